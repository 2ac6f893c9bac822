import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createCampusStore } from "./campus-store.ts";
export const campusMigrations = migrationsIn("campus", path.join(import.meta.dirname, "migrations"));
