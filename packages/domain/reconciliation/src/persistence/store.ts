import type { Sql } from "@sanqi/database";
import type { Ids } from "@sanqi/kernel";
import type { ReconciliationStore } from "../use-cases/ports.ts";
import { caseStore } from "./cases.ts";
import { inTurns } from "./record.ts";
import { runStore } from "./runs.ts";

/** Reconciliation in PostgreSQL. */
export const createReconciliationStore = (sql: Sql, ids: Ids): ReconciliationStore => ({
  ...runStore(sql),
  ...caseStore(sql),
  alone: inTurns(sql, ids),
});
