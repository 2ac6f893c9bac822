import { inTransaction, type Queryable, type Sql } from "@sanqi/database";
import type { DeliveryKey, FinalState, NotificationStore } from "../use-cases/ports.ts";

type Ledger = Pick<NotificationStore, "begin" | "finish" | "withdraw" | "closeInterrupted" | "unknown">;

const interruptedWords = "the process ended while it was being sent";

/** What was sent, what is being sent, and the consents that this uses up. */
export function createDeliveryLedger(sql: Sql): Ledger {
  const isRow = ({ campusId, eventId, accountId, host }: DeliveryKey) =>
    sql`campus_id = ${campusId} and event_id = ${eventId} and account_id = ${accountId} and host = ${host}`;
  const giveBack = async (tx: Queryable, key: DeliveryKey, templateId: string | null | undefined) => {
    if (templateId)
      await tx`update consent_grant set count = count + 1 where campus_id = ${key.campusId}
        and account_id = ${key.accountId} and host = ${key.host} and template_id = ${templateId}`;
  };
  /** There is a row of an earlier try already. */
  const goOn = async (tx: Queryable, key: DeliveryKey, { again, at }: { again: boolean; at: number }) => {
    if (again) {
      const [row] = await tx<{ startedAt: number }[]>`
        update message_delivery set state = 'sending', tries = tries + 1, tried_at = ${at}, finished_at = null
        where ${isRow(key)} and state in ('sending', 'unknown') returning started_at`;
      return row
        ? ({ kind: "begun", firstTriedAt: row.startedAt } as const)
        : ({ kind: "finished" } as const);
    }
    const { count } = await tx`update message_delivery set state = 'unknown', detail = ${interruptedWords},
      finished_at = ${at} where ${isRow(key)} and state = 'sending'`;
    return { kind: count === 1 ? "interrupted" : "finished" } as const;
  };
  return {
    begin: (key, { kind, templateId, orderId, again, at }) =>
      inTransaction(sql, async (tx) => {
        const row = { ...key, kind, templateId, orderId, state: "sending", startedAt: at, triedAt: at };
        const { count } = await tx`insert into message_delivery ${tx(row)} on conflict do nothing`;
        if (count === 0) return goOn(tx, key, { again, at });
        if (templateId === null) return { kind: "begun", firstTriedAt: at };
        const used = await tx`update consent_grant set count = count - 1 where campus_id = ${key.campusId}
          and account_id = ${key.accountId} and host = ${key.host} and template_id = ${templateId} and count > 0`;
        if (used.count === 1) return { kind: "begun", firstTriedAt: at };
        await tx`update message_delivery set state = 'undeliverable', detail = 'noConsent', finished_at = ${at}
          where ${isRow(key)}`;
        return { kind: "noConsent" };
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
        // Of an earlier try nobody knows more than before.
        await tx`update message_delivery set state = 'unknown', finished_at = tried_at
          where ${isRow(key)} and state = 'sending' and tries > 1`;
        const [row] = await tx<{ templateId: string | null }[]>`
          delete from message_delivery where ${isRow(key)} and state in ('sending', 'unknown') and tries = 1
          returning template_id`;
        await giveBack(tx, key, row?.templateId);
      }),
    async closeInterrupted({ before, at }) {
      return sql`
        update message_delivery set state = 'unknown', detail = ${interruptedWords}, finished_at = ${at}
        where state = 'sending' and coalesce(tried_at, started_at) < ${before} returning kind, host`;
    },
    async unknown(campusId, limit) {
      return sql`
        select event_id, kind, host, account_id, order_id, coalesce(finished_at, started_at) as at,
          detail as reason, tries
        from message_delivery where campus_id = ${campusId} and state = 'unknown'
        order by coalesce(finished_at, started_at) desc, event_id desc limit ${limit}`;
    },
  };
}
