import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createCatalogStore } from "./catalog-store.ts";
export type { ComingPortions, CountedPortions } from "./coming-portions.ts";
export { createEditStore } from "./edit-store.ts";
export const catalogMigrations = migrationsIn("catalog", path.join(import.meta.dirname, "migrations"));
