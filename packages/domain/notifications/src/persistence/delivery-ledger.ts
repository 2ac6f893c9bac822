import { inTransaction, type Queryable, type Sql } from "@sanqi/database";
import type { DeliveryKey, FinalState, NotificationStore } from "../use-cases/ports.ts";

type Ledger = Pick<NotificationStore, "begin" | "finish" | "withdraw" | "unknown">;

/** What was sent, what is being sent, and the consents that this uses up. */
export function createDeliveryLedger(sql: Sql): Ledger {
  const isRow = ({ campusId, eventId, accountId, host }: DeliveryKey) =>
    sql`campus_id = ${campusId} and event_id = ${eventId} and account_id = ${accountId} and host = ${host}`;
  const giveBack = async (tx: Queryable, key: DeliveryKey, templateId: string | null | undefined) => {
    if (templateId)
      await tx`update consent_grant set count = count + 1 where campus_id = ${key.campusId}
        and account_id = ${key.accountId} and host = ${key.host} and template_id = ${templateId}`;
  };
  return {
    begin: (key, { kind, templateId, at }) =>
      inTransaction(sql, async (tx) => {
        const row = { ...key, kind, templateId, state: "sending", startedAt: at };
        const { count } = await tx`insert into message_delivery ${tx(row)} on conflict do nothing`;
        if (count === 0) {
          const stopped = await tx`update message_delivery set state = 'unknown', finished_at = ${at}
            where ${isRow(key)} and state = 'sending'`;
          return stopped.count === 1 ? "interrupted" : "finished";
        }
        if (templateId === null) return "begun";
        const used = await tx`update consent_grant set count = count - 1 where campus_id = ${key.campusId}
          and account_id = ${key.accountId} and host = ${key.host} and template_id = ${templateId} and count > 0`;
        if (used.count === 1) return "begun";
        await tx`update message_delivery set state = 'undeliverable', detail = 'noConsent', finished_at = ${at}
          where ${isRow(key)}`;
        return "noConsent";
      }),
    finish: (key, { state, detail, unused, at }) =>
      inTransaction(sql, async (tx) => {
        // A late answer is better than none: it may replace `unknown`.
        const [row] = await tx<{ templateId: string | null; state: FinalState }[]>`
          update message_delivery set state = ${state}, detail = ${detail}, finished_at = ${at}
          where ${isRow(key)} and state in ('sending', 'unknown') returning template_id`;
        if (unused) await giveBack(tx, key, row?.templateId);
      }),
    withdraw: (key) =>
      inTransaction(sql, async (tx) => {
        const [row] = await tx<{ templateId: string | null }[]>`
          delete from message_delivery where ${isRow(key)} and state in ('sending', 'unknown') returning template_id`;
        await giveBack(tx, key, row?.templateId);
      }),
    async unknown(campusId) {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from message_delivery where campus_id = ${campusId} and state = 'unknown'`;
      return row?.count ?? 0;
    },
  };
}
