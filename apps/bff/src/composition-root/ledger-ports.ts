import type { Queryable } from "@sanqi/database";
import { type CampusId, fen, type OrderId } from "@sanqi/kernel";
import type { LineFacts, OrderMoney, PaymentFact, RefundFact, ShareFact } from "@sanqi/ledger";
import type { MoneyFacts } from "@sanqi/ledger/use-cases";
import type { Order } from "@sanqi/orders";
import { loadOrder } from "@sanqi/orders/persistence";
import { dueFacts } from "./ledger-due.ts";

type RefundRow = Omit<RefundFact, "parts"> & { refundKey: string };

/** What orders and payments say of an order's money, read within the transaction that posts it. */
export function moneyFacts(sql: Queryable): MoneyFacts {
  return {
    async of(campusId, orderId) {
      const order = await loadOrder(sql, campusId, orderId);
      const [payments, refunds, shares] = await Promise.all([
        paymentsOf(sql, campusId, orderId),
        refundsOf(sql, campusId, orderId),
        sharesOf(sql, campusId, orderId),
      ]);
      return {
        orderId,
        order: order && orderMoney(order),
        payments: payments.map((row) => ({ ...row, amountFen: fen(row.amountFen) })),
        refunds: refunds.map((row) => refundFact(row, order)),
        shares: shares.map((row) => ({ ...row, fen: fen(row.fen) })),
      };
    },
    due: dueFacts(sql),
    async beingShared(campusId) {
      const rows = await sql<Pick<PaymentFact, "paymentId">[]>`
        select s.payment_id from share s join payment p on p.campus_id = s.campus_id and p.payment_id = s.payment_id
        where s.campus_id = ${campusId} and s.state in ('planned', 'requested', 'processing') and p.refunded_fen < p.amount_fen
          and p.paid_at is not null`;
      return rows.map((row) => row.paymentId);
    },
  };
}

const paymentsOf = (sql: Queryable, campusId: CampusId, orderId: OrderId) => sql<PaymentFact[]>`
  select payment_id, channel, amount_fen, paid_at from payment
  where campus_id = ${campusId} and order_id = ${orderId} and paid_at is not null`;

const refundsOf = (sql: Queryable, campusId: CampusId, orderId: OrderId) => sql<RefundRow[]>`
  select refund_id, payment_id, refund_key, amount_fen, coalesce(finished_at, requested_at) as at from refund
  where campus_id = ${campusId} and order_id = ${orderId} and state = 'succeeded'`;

const sharesOf = (sql: Queryable, campusId: CampusId, orderId: OrderId) => sql<ShareFact[]>`
  select 'share:' || p.payment_id || ':' || p.party as key, p.payment_id, p.party, p.amount_fen as fen,
    coalesce(s.finished_at, s.requested_at, s.planned_at) as at
  from share s join share_part p on p.campus_id = s.campus_id and p.payment_id = s.payment_id
  where s.campus_id = ${campusId} and s.order_id = ${orderId} and p.result = 'success'
  union all
  select 'share-returned:' || r.refund_id || ':' || r.party, r.payment_id, r.party, 0 - r.amount_fen,
    coalesce(r.finished_at, r.requested_at)
  from share s join share_return r on r.campus_id = s.campus_id and r.payment_id = s.payment_id
  where s.campus_id = ${campusId} and s.order_id = ${orderId} and r.state = 'done'
  order by at, key`;

/** A refund with who bears which line, as the order's own refund of the same key says it. */
function refundFact({ refundKey, ...row }: RefundRow, order: Order | null): RefundFact {
  const decided = order?.refunds.find(({ key }) => key === refundKey);
  const bearer = decided?.bearer ?? null;
  const parts = (bearer && decided?.parts.map((part) => ({ ...part, bearer }))) ?? null;
  return { ...row, amountFen: fen(row.amountFen), parts };
}

const ended = new Set<Order["fulfilment"]>(["refused", "cancelled", "expired"]);
const handedOver = new Set<Order["fulfilment"]>(["delivered", "completed"]);

const orderMoney = (order: Order): OrderMoney => ({
  orderId: order.orderId,
  orderNo: order.orderNo,
  shopId: order.shop.shopId,
  riderId: order.rider?.accountId ?? null,
  placedAt: order.placedAt,
  handedOverAt: handedOver.has(order.fulfilment) ? order.deliveredAt : null,
  ended: ended.has(order.fulfilment),
  settledBy: order.paidBy,
  lines: linesOf(order),
});

function linesOf({ lines, amounts, discounts }: Order): LineFacts[] {
  const line = (key: string, kind: LineFacts["kind"], grossFen: LineFacts["grossFen"]): LineFacts => ({
    key,
    kind,
    grossFen,
    discounts: discounts.flatMap(({ bearer, shares }) =>
      shares.filter((share) => share.key === key).map((share) => ({ bearer, fen: share.fen })),
    ),
  });
  return [
    ...lines.map((each, at) => line(String(at), "goods", each.totalFen)),
    line("packing", "packing", amounts.packingFen),
    line("delivery", "delivery", amounts.deliveryFeeFen),
  ];
}
