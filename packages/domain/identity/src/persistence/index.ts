import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createScryptHasher } from "./scrypt-hasher.ts";
export { createIdentityStore } from "./store.ts";
export const identityMigrations = migrationsIn("identity", path.join(import.meta.dirname, "migrations"));
