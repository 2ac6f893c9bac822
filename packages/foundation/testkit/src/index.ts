export { type TestDatabase, testDatabase } from "./database.ts";
export { until } from "./until.ts";
