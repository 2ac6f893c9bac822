import type { Queryable } from "@sanqi/database";
import type { Finding, Witness } from "./check-books.ts";
import type { SandboxState } from "./phone.ts";

type OrderRow = { orderId: string; fulfilment: string; payment: string; totalFen: number };
type PaymentRow = { paymentId: string; orderId: string; amountFen: number; state: string };
type RefundRow = { paymentId: string; amountFen: number; state: string };

const holdsMoney = new Set(["paid", "refunding", "partlyRefunded", "refunded"]);
const givenUp = new Set(["cancelled", "refused", "expired"]);
const sum = (list: readonly { amountFen: number }[]) =>
  list.reduce((total, { amountFen }) => total + amountFen, 0);

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/**
 * Every paid order has one payment of its own amount, every order that was given up has all of it back, nobody gets more
 * back than was paid, and the platforms' books say the same.
 */
export async function checkMoney(
  sql: Queryable,
  witness: Witness,
  sandbox: SandboxState,
): Promise<Finding[]> {
  const { campusId, accounts, since } = witness;
  const orders = await sql<OrderRow[]>`
    select order_id, fulfilment, payment, total_fen from orders
    where campus_id = ${campusId} and account_id = any(${accounts}) and placed_at >= ${since}`;
  const ids = orders.map((order) => order.orderId);
  const payments = await sql<PaymentRow[]>`
    select payment_id, order_id, amount_fen, state from payment where campus_id = ${campusId} and order_id = any(${ids})`;
  const refunds = await sql<RefundRow[]>`
    select payment_id, amount_fen, state from refund where campus_id = ${campusId} and order_id = any(${ids})`;
  const paymentsOf = grouped(payments, (payment) => payment.orderId);
  const refundsOf = grouped(refunds, (refund) => refund.paymentId);
  const taken = grouped(
    sandbox.payments.filter((payment) => payment.paidAt !== null),
    (payment) => payment.outTradeNo,
  );
  const givenBack = grouped(
    sandbox.refunds.filter((refund) => refund.state === "SUCCESS"),
    (refund) => refund.outTradeNo,
  );
  const findings: Finding[] = [];
  const find = (kind: Finding["kind"], what: string) => void findings.push({ kind, what });

  for (const order of orders) {
    const own = paymentsOf.get(order.orderId) ?? [];
    const paying = own.filter((payment) => holdsMoney.has(payment.state));
    const name = `order ${order.orderId} (${order.fulfilment}, ${order.payment})`;
    if (holdsMoney.has(order.payment) && paying.length === 0)
      find("lost", `${name} is paid without a payment`);
    if (paying.length > 1) find("doubled", `${name} has ${paying.length} payments`);
    for (const payment of paying)
      if (payment.amountFen !== order.totalFen)
        find(
          "lost",
          `${name} costs ${order.totalFen} fen, payment ${payment.paymentId} is ${payment.amountFen}`,
        );
    if (paying.length === 1 && !givenUp.has(order.fulfilment) && order.payment !== "paid")
      find("lost", `${name} has its money given back although it was not given up`);
  }
  const fulfilment = new Map(orders.map((order) => [order.orderId, order.fulfilment]));
  for (const { paymentId, orderId, amountFen, state } of payments) {
    const own = refundsOf.get(paymentId) ?? [];
    const back = sum(own.filter((refund) => refund.state === "succeeded"));
    const asked = sum(own.filter((refund) => refund.state !== "failed"));
    const atPlatform = { taken: sum(taken.get(paymentId) ?? []), back: sum(givenBack.get(paymentId) ?? []) };
    const name = `payment ${paymentId} of ${orderId}`;
    if (asked > amountFen) find("doubled", `${name}: ${asked} of ${amountFen} fen given back`);
    if (holdsMoney.has(state) !== atPlatform.taken > 0)
      find("lost", `${name} is ${state}, the platform has taken ${atPlatform.taken} fen`);
    if (atPlatform.back > atPlatform.taken)
      find("doubled", `${name}: the platform gave back ${atPlatform.back} of ${atPlatform.taken} fen`);
    if (holdsMoney.has(state) && givenUp.has(fulfilment.get(orderId) ?? "")) {
      if (back !== amountFen) find("lost", `${name} was given up, ${back} of ${amountFen} fen came back`);
      else if (atPlatform.back !== amountFen)
        find("lost", `${name} is booked as refunded, the platform gave back ${atPlatform.back} fen`);
    }
  }
  const known = new Set(payments.map((payment) => payment.paymentId));
  for (const { outTradeNo, payer, paidAt } of sandbox.payments)
    if (paidAt !== null && paidAt >= since && witness.persons.has(payer) && !known.has(outTradeNo))
      find("lost", `${payer} paid ${outTradeNo}, which no order has`);
  return findings;
}
