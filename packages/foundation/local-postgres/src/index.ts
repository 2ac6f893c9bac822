export { debianBinaries, npmBinaries, type PostgresBinaries } from "./binaries.ts";
export { freePort, type PostgresOptions, type PostgresServer, startPostgres } from "./server.ts";
