import { inTransaction, type Queryable, type Sql } from "@sanqi/database";
import type { CareRecords, CareStore } from "../use-cases/ports.ts";
import { alertStore } from "./alerts.ts";
import { consentStore } from "./consents.ts";
import { mealStore } from "./meals.ts";
import { reviewStore } from "./reviews.ts";
import { rosterStore } from "./rosters.ts";

const records = (sql: Queryable): CareRecords => ({
  ...rosterStore(sql),
  ...consentStore(sql),
  ...mealStore(sql),
  ...reviewStore(sql),
  ...alertStore(sql),
});

/** Care in PostgreSQL. */
export const createCareStore = (sql: Sql): CareStore => ({
  ...records(sql),
  inTransaction: (work) => inTransaction(sql, (tx) => work(records(tx))),
});
