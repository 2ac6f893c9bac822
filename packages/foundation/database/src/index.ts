export { alone } from "./alone.ts";
export { connect, inTransaction, json, type Queryable, type Sql, type Tx } from "./connection.ts";
export { type GroupOptions, inGroups } from "./groups.ts";
export { type Migration, migrate, migrationsIn } from "./migrate.ts";
