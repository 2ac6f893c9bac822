export { connect, inTransaction, json, type Queryable, type Sql, type Tx } from "./connection.ts";
export { type Migration, migrate, migrationsIn } from "./migrate.ts";
