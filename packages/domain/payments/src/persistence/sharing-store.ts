import { inTransaction, type Sql } from "@sanqi/database";
import type { Ids, PaymentId } from "@sanqi/kernel";
import type { DueShare, ShareReceiver, SharingStore } from "../use-cases/sharing-ports.ts";
import { saveReceiver } from "./sharing-receivers.ts";
import { planReturns, settleReturn } from "./sharing-returns.ts";
import { readShare } from "./sharing-rows.ts";
import { requestShares, settleShare, settleShareByHand } from "./sharing-settle.ts";

/** `committed` is called after each transaction that wrote events, so that the relay looks at once. */
export function createSharingStore(sql: Sql, ids: Ids, committed: () => void): SharingStore {
  const writing = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    committed();
    return result;
  };
  return {
    async receivers(campusId) {
      const rows = await sql<ShareReceiver[]>`
        select campus_id, shop_id, channel, party, kind, account, name, active from share_receiver
        where campus_id = ${campusId} order by shop_id, channel, party`;
      return [...rows];
    },
    saveReceiver: (receiver, step) => inTransaction(sql, (tx) => saveReceiver(tx, receiver, step)),
    async plan({ campusId, paymentId, orderId }, now) {
      const row = { campusId, paymentId, orderId, state: "planned", plannedAt: now };
      await sql`insert into share ${sql(row)} on conflict (campus_id, payment_id) do nothing`;
    },
    async isPlanned(paymentId) {
      return (await sql`select 1 from share where payment_id = ${paymentId}`).count > 0;
    },
    async planTurn({ campusId, orderId, askAt }) {
      await sql`
        update share s set ask_at = ${askAt} from payment p
        where p.campus_id = s.campus_id and p.payment_id = s.payment_id and p.paid_at is not null
          and s.campus_id = ${campusId} and s.order_id = ${orderId} and s.state = 'planned' and s.ask_at is null`;
    },
    request: (request) => inTransaction(sql, (tx) => requestShares(tx, request)),
    async due(now, limit) {
      const rows = await sql<{ campusId: DueShare["campusId"]; paymentId: PaymentId }[]>`
        select campus_id, payment_id from share where ask_at <= ${now} order by ask_at limit ${limit}`;
      const shares = await Promise.all(rows.map((row) => readShare(sql, row)));
      return shares.filter((share) => share !== null);
    },
    async open(campusId, askedAtLeast) {
      const rows = await sql<{ campusId: DueShare["campusId"]; paymentId: PaymentId }[]>`
        select campus_id, payment_id from share
        where campus_id = ${campusId} and ask_at is not null and state in ('requested', 'processing')
          and asked >= ${askedAtLeast} order by ask_at limit 100`;
      const shares = await Promise.all(rows.map((row) => readShare(sql, row)));
      return shares.filter((share) => share !== null);
    },
    settle: (settled) => writing(inTransaction(sql, (tx) => settleShare(tx, ids, settled))),
    settleByHand: (settled) => writing(inTransaction(sql, (tx) => settleShareByHand(tx, ids, settled))),
    async askLater(campusId, paymentId, askAt) {
      await sql`
        update share set ask_at = ${askAt}, asked = asked + 1
        where campus_id = ${campusId} and payment_id = ${paymentId} and ask_at is not null`;
    },
    async restIsFree(campusId, paymentId) {
      await sql`
        update share set rest = 'free', ask_at = null where campus_id = ${campusId} and payment_id = ${paymentId}`;
    },
    planReturns: (refund) => inTransaction(sql, (tx) => planReturns(tx, refund)),
    settleReturn: (settled) => writing(inTransaction(sql, (tx) => settleReturn(tx, ids, settled))),
  };
}
