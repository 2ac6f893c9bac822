import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { findDrift } from "./drift.ts";
export { createReconciliationStore } from "./store.ts";
export const reconciliationMigrations = migrationsIn(
  "reconciliation",
  path.join(import.meta.dirname, "migrations"),
);
