import { inTransaction, json, type Queryable, type Sql } from "@sanqi/database";
import type { IdentityRecords, IdentityStore } from "../use-cases/ports.ts";
import { accountStore } from "./accounts.ts";
import { credentialStore } from "./credentials.ts";
import { peopleStore } from "./people.ts";
import { roleStore } from "./roles.ts";
import { sessionStore } from "./sessions.ts";

const records = (sql: Queryable): IdentityRecords => ({
  ...accountStore(sql),
  ...peopleStore(sql),
  ...roleStore(sql),
  ...sessionStore(sql),
  ...credentialStore(sql),
  async audit({ details, ...entry }) {
    await sql`insert into audit ${sql({ ...entry, details: json(sql, details) })}`;
  },
});

/** Identity in PostgreSQL. */
export const createIdentityStore = (sql: Sql): IdentityStore => ({
  ...records(sql),
  inTransaction: (work) => inTransaction(sql, (tx) => work(records(tx))),
});
