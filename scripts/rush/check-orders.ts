import type { Queryable } from "@sanqi/database";
import type { OrderId } from "@sanqi/kernel";
import type { Finding, Witness } from "./check-books.ts";

type Row = { orderId: OrderId; idempotencyKey: string; fulfilment: string; payment: string };

const handedOver = new Set(["delivered", "completed"]);
const paid = new Set(["paid", "refunding", "partlyRefunded", "refunded"]);

/** Every order that somebody was answered stands in the books as it was seen; there are no others, and no key made two. */
export async function checkOrders(sql: Queryable, witness: Witness): Promise<Finding[]> {
  const { campusId, accounts, since, entries, answers } = witness;
  const rows = await sql<Row[]>`
    select order_id, idempotency_key, fulfilment, payment from orders
    where campus_id = ${campusId} and account_id = any(${accounts}) and placed_at >= ${since}`;
  const booked = new Map(rows.map((row) => [row.orderId, row]));
  const findings: Finding[] = [];
  const find = (kind: Finding["kind"], what: string) => void findings.push({ kind, what });

  for (const [key, orderIds] of answers)
    if (orderIds.size > 1) find("doubled", `key ${key} was answered with ${[...orderIds].join(", ")}`);
  for (const entry of entries.values()) {
    const row = booked.get(entry.orderId);
    if (!row) {
      find("lost", `order ${entry.orderId} was placed and is not in the books`);
      continue;
    }
    if (handedOver.has(entry.stage) && !handedOver.has(row.fulfilment))
      find("lost", `order ${entry.orderId} was seen delivered and is booked as ${row.fulfilment}`);
    if (entry.moneyGivenAt !== null && !paid.has(row.payment))
      find("lost", `order ${entry.orderId} was paid at the cashier and is booked as ${row.payment}`);
  }
  for (const { orderId, idempotencyKey } of rows) {
    if (entries.has(orderId)) continue;
    // A key whose caller got no answer may well have made its one order.
    const known = answers.get(idempotencyKey);
    if (!known || (known.size > 0 && !known.has(orderId)))
      find("doubled", `order ${orderId} is in the books and nobody was answered it`);
  }
  return findings;
}
