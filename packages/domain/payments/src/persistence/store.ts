import { inTransaction, type Sql } from "@sanqi/database";
import type { Ids } from "@sanqi/kernel";
import type { Payment, Refund } from "../domain/index.ts";
import type { PaymentStore } from "../use-cases/ports.ts";
import { openPayment } from "./open.ts";
import { createPayCodeStore } from "./pay-codes.ts";
import { failRefund, requestRefund, settleRefund, takeTurn } from "./refunds.ts";
import { renewRefund } from "./renew.ts";
import { toPayment, toRefund } from "./rows.ts";
import { settlePayment } from "./settle.ts";

/** `committed` is called after each transaction that wrote events, so that the relay looks at once. */
export function createPaymentStore(sql: Sql, ids: Ids, committed: () => void): PaymentStore {
  const writing = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    committed();
    return result;
  };
  return {
    ...createPayCodeStore(sql),
    open: (payment, key) => inTransaction(sql, (tx) => openPayment(tx, payment, key)),
    async load(campusId, paymentId) {
      const [row] = await sql<
        Payment[]
      >`select * from payment where campus_id = ${campusId} and payment_id = ${paymentId}`;
      return row ? toPayment(row) : null;
    },
    async ofOrder(campusId, orderId) {
      // One after the other: a payment is never shown as it was before a refund that is shown as finished.
      const refunds = await sql<
        Refund[]
      >`select * from refund where campus_id = ${campusId} and order_id = ${orderId} order by requested_at`;
      const payments = await sql<
        Payment[]
      >`select * from payment where campus_id = ${campusId} and order_id = ${orderId} order by created_at`;
      return { payments: payments.map(toPayment), refunds: refunds.map(toRefund) };
    },
    settle: (known) => writing(inTransaction(sql, (tx) => settlePayment(tx, ids, known))),
    async markUnknown(campusId, paymentId, askAt) {
      // A closed payment stays closed: it is only asked about once more.
      await sql`
        update payment set state = case when state = 'prepared' then 'unknown' else state end, ask_at = ${askAt}, asked = asked + 1
        where campus_id = ${campusId} and payment_id = ${paymentId} and state in ('prepared', 'unknown', 'closed')`;
    },
    async askLater(campusId, paymentId, askAt) {
      await sql`
        update payment set ask_at = ${askAt}::bigint, asked = asked + 1
        where campus_id = ${campusId} and payment_id = ${paymentId} and state in ('prepared', 'unknown', 'closed')`;
    },
    async takeConfirmTurn({ campusId, paymentId, now, pauseMs }) {
      // A time that lies ahead is of a clock that was set back since.
      const taken = await sql`
        update payment set confirmed_at = ${now} where campus_id = ${campusId} and payment_id = ${paymentId}
          and (confirmed_at is null or confirmed_at <= ${now - pauseMs} or confirmed_at > ${now})`;
      return taken.count === 1;
    },
    async due(channel, now, limit) {
      const rows = await sql<
        (Payment & { asked: number })[]
      >`select * from payment where ask_at <= ${now} and channel = ${channel} order by ask_at limit ${limit}`;
      return rows.map((row) => ({ ...toPayment(row), asked: row.asked }));
    },
    async anyPayment(channel) {
      const [row] = await sql<Pick<Payment, "paymentId">[]>`
        select payment_id from payment where channel = ${channel} limit 1`;
      return row?.paymentId ?? null;
    },
    requestRefund: (request) => writing(inTransaction(sql, (tx) => requestRefund(tx, ids, request))),
    takeTurn: (turn) => inTransaction(sql, (tx) => takeTurn(tx, turn)),
    settleRefund: (known) => writing(inTransaction(sql, (tx) => settleRefund(tx, ids, known))),
    async askRefundLater(campusId, refundId, askAt) {
      await sql`
        update refund set ask_at = ${askAt}, asked = asked + 1
        where campus_id = ${campusId} and refund_id = ${refundId} and state in ('requested', 'processing')`;
    },
    failRefund: (refusal) => writing(inTransaction(sql, (tx) => failRefund(tx, ids, refusal))),
    renewRefund: (renewal) => writing(inTransaction(sql, (tx) => renewRefund(tx, ids, renewal))),
    async dueRefunds(channel, now, limit) {
      const rows = await sql<(Refund & { asked: number })[]>`
        select r.* from refund r
        join payment p on p.campus_id = r.campus_id and p.payment_id = r.payment_id
        where r.ask_at <= ${now} and p.channel = ${channel} order by r.ask_at limit ${limit}`;
      return rows.map((row) => ({ ...toRefund(row), asked: row.asked }));
    },
    async remember({ now, ...n }) {
      await sql`insert into payment_notification ${sql({ ...n, receivedAt: now })} on conflict do nothing`;
    },
  };
}
