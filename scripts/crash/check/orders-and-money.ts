import { type Evidence, type Finding, type FindingKind, givenBack, sumFen } from "./evidence.ts";

type OrderRow = {
  orderId: string;
  idempotencyKey: string;
  fulfilment: string;
  payment: string;
  totalFen: number;
  refundedFen: number;
  paidBy: string | null;
};
type RefundRow = { refundId: string; paymentId: string; refundKey: string };

const ended = new Set(["cancelled", "refused", "expired"]);
const handedOver = new Set(["delivered", "completed"]);
const unpaid = new Set(["unpaid", "closed"]);

async function ordersOf({ sql, campusId, since }: Evidence): Promise<OrderRow[]> {
  return sql<OrderRow[]>`
    select order_id, idempotency_key, fulfilment, payment, total_fen, refunded_fen, paid_by from orders
    where campus_id = ${campusId} and placed_at >= ${since}`;
}

/** What people were answered stands in the books as they were answered it, and no wish made two orders. */
export async function checkAnswers(evidence: Evidence): Promise<Finding[]> {
  const { orders: known, answers } = evidence.memory;
  const findings: Finding[] = [];
  const find = (kind: FindingKind, what: string) => void findings.push({ kind, what });
  const rows = await ordersOf(evidence);
  const booked = new Map(rows.map((row) => [row.orderId, row]));
  for (const { orderId, stage, moneyGiven, person } of known.values()) {
    const row = booked.get(orderId);
    if (!row) find("lost_orders", `${person} was answered order ${orderId}, which is not in the books`);
    else if (handedOver.has(stage) && !handedOver.has(row.fulfilment))
      find("lost_orders", `order ${orderId} was seen ${stage} and is booked as ${row.fulfilment}`);
    else if (moneyGiven && unpaid.has(row.payment))
      find("lost_orders", `${person} paid for order ${orderId}, which is booked as ${row.payment}`);
  }
  for (const [key, orderIds] of answers)
    if (orderIds.size > 1) find("double_charges", `one wish (${key}) made ${[...orderIds].join(", ")}`);
  for (const { orderId, idempotencyKey } of rows) {
    const answered = answers.get(idempotencyKey);
    // A wish whose answer never came may well have made its one order.
    if (!answered || (answered.size > 0 && !answered.has(orderId as never)))
      find("double_charges", `order ${orderId} is in the books, and nobody wished it`);
  }
  return findings;
}

/** Every fen that a platform took belongs to an order that counts it as paid, or went back; none was taken or given twice. */
export async function checkMoney(evidence: Evidence): Promise<Finding[]> {
  const { sql, campusId, since, sandbox } = evidence;
  const findings: Finding[] = [];
  const find = (kind: FindingKind, what: string) => void findings.push({ kind, what });
  const orders = await ordersOf(evidence);
  const payments = await sql<{ paymentId: string; orderId: string }[]>`
    select payment_id, order_id from payment where campus_id = ${campusId}`;
  const orderOf = new Map(payments.map((payment) => [payment.paymentId, payment.orderId]));
  const booked = new Map(orders.map((order) => [order.orderId, order]));
  const taken = sandbox.payments.filter(({ paidAt }) => paidAt !== null && paidAt >= since);

  for (const { outTradeNo, amountFen } of taken) {
    const order = booked.get(orderOf.get(outTradeNo) ?? "");
    if (!order) {
      find("lost_orders", `${amountFen} fen were taken for ${outTradeNo}, which no order has`);
      continue;
    }
    const name = `payment ${outTradeNo} of order ${order.orderId} (${order.fulfilment}, ${order.payment})`;
    const back = givenBack(sandbox, outTradeNo);
    if (amountFen !== order.totalFen)
      find("double_charges", `${name}: ${amountFen} taken, it costs ${order.totalFen}`);
    // Only one payment may be kept: the order's own, of an order that has not ended.
    const keeps = order.paidBy === outTradeNo && !ended.has(order.fulfilment);
    const owed = keeps ? order.refundedFen : amountFen;
    if (keeps && unpaid.has(order.payment)) find("lost_orders", `${name} is paid and does not know it`);
    if (back < owed && order.paidBy !== null && order.paidBy !== outTradeNo)
      find("double_charges", `${name} is one too many: ${back} of ${amountFen} fen came back`);
    else if (back < owed) find("lost_orders", `${name}: ${back} of ${owed} fen came back`);
    if (back > owed) find("double_refunds", `${name}: ${back} fen came back instead of ${owed}`);
  }
  const paidFor = new Set(taken.map(({ outTradeNo }) => outTradeNo));
  for (const { orderId, payment, paidBy } of orders)
    if (!unpaid.has(payment) && !paidFor.has(paidBy ?? ""))
      find("lost_orders", `order ${orderId} is booked as ${payment}, and no platform has its money`);
  return findings;
}

/** No refund went out twice: by its number, by what it was for, and by the amount of its payment. */
export async function checkRefunds({ sql, campusId, sandbox }: Evidence): Promise<Finding[]> {
  const rows = await sql<RefundRow[]>`
    select refund_id, payment_id, refund_key from refund where campus_id = ${campusId}`;
  const known = new Map(rows.map((row) => [row.refundId, row]));
  const done = sandbox.refunds.filter(({ state }) => state === "SUCCESS");
  const findings: Finding[] = [];
  const find = (what: string) => void findings.push({ kind: "double_refunds", what });
  const numbers = new Set<string>();
  const purposes = new Set<string>();
  for (const { refundNo, outTradeNo, amountFen } of done) {
    if (numbers.has(refundNo)) find(`refund ${refundNo} was paid out twice`);
    numbers.add(refundNo);
    const row = known.get(refundNo);
    if (!row) {
      find(`${amountFen} fen of payment ${outTradeNo} went back as ${refundNo}, which nobody asked for`);
      continue;
    }
    const purpose = `${row.paymentId} ${row.refundKey}`;
    if (purposes.has(purpose)) find(`payment ${row.paymentId} was given back twice for "${row.refundKey}"`);
    purposes.add(purpose);
  }
  for (const { outTradeNo, amountFen } of sandbox.payments) {
    const refunds = sandbox.refunds.filter(
      (refund) => refund.outTradeNo === outTradeNo && refund.state !== "CLOSED",
    );
    if (sumFen(refunds) > amountFen)
      find(`payment ${outTradeNo}: ${sumFen(refunds)} of ${amountFen} fen went back`);
  }
  return findings;
}
