import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createCatalogStore } from "./catalog-store.ts";
export const catalogMigrations = migrationsIn("catalog", path.join(import.meta.dirname, "migrations"));
