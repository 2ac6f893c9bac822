import { chinaDay } from "@sanqi/kernel";
import type { Figures } from "../../report.ts";
import {
  type Bench,
  costText,
  inTransactionsOfTheirOwn,
  loadOrders,
  loopText,
  mustBeOk,
  perSecond,
} from "../context.ts";
import { guestAccount } from "../guests.ts";
import { median, rounded } from "../numbers.ts";
import { openRawLimit, type RawLimit, type RawRun, ways } from "../raw.ts";
import { countRows, rowsOfOrder, rowsPerOrder } from "../raw-rows.ts";
import type { RawOrder } from "../raw-sql.ts";
import { keyOf } from "../requests.ts";

const sampleOrders = 20;

/** Places a few orders without a relay beside them and looks at what the first has written. */
async function rawOrder(bench: Bench): Promise<{ order: RawOrder; written: Record<string, number> }> {
  const { stage, campusId, carts } = bench;
  const firstGuest = await bench.newGuests(sampleOrders);
  const before = await countRows(stage.sql);
  await bench.onBff({ SANQI_ROLES: "web" }, async (bff) => {
    const how = { firstGuest, most: sampleOrders, seconds: 30, warmSeconds: 0, connections: 1 };
    mustBeOk("orders to copy", (await loadOrders(bench, bff, how)).result);
  });
  const written = rowsPerOrder(before, await countRows(stage.sql), sampleOrders);
  const key = keyOf(firstGuest);
  const [placed] = await stage.sql<{ orderId: string; eventId: string; first: string; second: string }[]>`
    select o.order_id, e.event_id, a.dish_id as "first", b.dish_id as "second"
    from orders o join outbox e on e.campus_id = o.campus_id and e.key = o.order_id
      join order_line a on a.campus_id = o.campus_id and a.order_id = o.order_id and a.line_no = 0
      join order_line b on b.campus_id = o.campus_id and b.order_id = o.order_id and b.line_no = 1
    where o.campus_id = ${campusId} and o.idempotency_key = ${key}`;
  if (!placed) throw new Error("the order to copy is not there");
  const pairs = carts.map(({ lines }) => {
    const [a = "", b = ""] = lines.map((line) => line.dishId).sort();
    return [a, b] as const;
  });
  const order: RawOrder = {
    rows: await rowsOfOrder(stage.sql, placed.orderId, written),
    campusId,
    day: chinaDay(stage.now()),
    variables: new Map([
      [placed.orderId, "v_order"],
      [placed.eventId, "v_event"],
      [guestAccount(firstGuest), "v_account"],
      [key, "v_key"],
      [placed.first, "v_first"],
      [placed.second, "v_second"],
    ]),
    pairs,
  };
  return { order, written };
}

/** Which way and how many clients are fastest here; tried once, shortly. */
async function fastest(bench: Bench, raw: RawLimit): Promise<RawRun> {
  const { size, say } = bench;
  const seconds = Math.max(1, Math.round(size.seconds / 2));
  let best: { plan: RawRun; tps: number } | null = null;
  for (const way of ways)
    for (const clients of size.rawClients) {
      const plan = { way, clients, seconds };
      const tps = await raw.measure(plan);
      say(`  raw, one ${way}, ${clients} clients: ${tps.toFixed(0)} orders/s`);
      if (!best || tps > best.tps) best = { plan, tps };
    }
  if (!best) throw new Error("nothing was measured");
  return { ...best.plan, seconds: Math.max(1, Math.round(size.seconds)) };
}

/** "Place order" over HTTP beside what the same PostgreSQL does with the same rows and nothing else. */
export async function benchPlace(bench: Bench): Promise<Figures> {
  const { size, say } = bench;
  const { order, written } = await rawOrder(bench);
  say(`  rows of one order: ${JSON.stringify(written)}`);
  const raw = await openRawLimit(await bench.copyDatabase("sanqi_raw"), order, written);
  const found = { raw: [] as number[], place: [] as number[], burst: [] as number[] };
  const measure = (what: "place" | "burst", settings: Record<string, string>) =>
    bench.onBff(settings, async (bff) => {
      const { result, cost, read } = await loadOrders(bench, bff);
      mustBeOk(what, result);
      found[what].push(perSecond(result));
      say(`  ${what}: ${loopText(result)}; ${costText(cost, result.used)}${read}`);
      await bench.settled();
    });
  try {
    const plan = await fastest(bench, raw);
    // Turn about, so that a noisy minute falls on all three.
    for (let n = 0; n < size.runs; n += 1) {
      found.raw.push(await raw.measure(plan));
      say(`  raw: ${found.raw.at(-1)?.toFixed(0)} orders/s (one ${plan.way}, ${plan.clients} clients)`);
      await measure("place", inTransactionsOfTheirOwn);
      await measure("burst", {});
    }
  } finally {
    raw.close();
  }
  const [rawS, placeS, burstS] = [median(found.raw), median(found.place), median(found.burst)];
  const speed = (value: number) => ({ value: rounded(value, 0), unit: "orders/s", goal: null });
  const ratio = (value: number, goal: number) =>
    ({ value: rounded(value), unit: "×", goal, good: "atLeast" }) as const;
  return {
    raw_orders_s: speed(rawS),
    place_orders_s: speed(placeS),
    place_over_raw: ratio(placeS / rawS, 0.45),
    burst_orders_s: speed(burstS),
    burst_over_raw: ratio(burstS / rawS, 0.9),
  };
}
