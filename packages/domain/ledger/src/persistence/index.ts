import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createLedgerStore, ledgerRecords } from "./store.ts";
export const ledgerMigrations = migrationsIn("ledger", path.join(import.meta.dirname, "migrations"));
