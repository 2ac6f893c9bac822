import type { Figures } from "../../report.ts";
import { type Booked, countsText, lostAndDoubled } from "../answers.ts";
import { type Bench, costText } from "../context.ts";
import { guestAccount } from "../guests.ts";
import { rounded } from "../numbers.ts";
import { rssMbOf, startCounting } from "../process-cost.ts";

const sampleMs = 100;
/** As the mini-program: nobody waits longer for one answer. */
const patienceMs = 20_000;
const giveUpMs = 180_000;

/** So many people press "order" in the same moment. */
export async function benchFlood(bench: Bench): Promise<Figures> {
  const { size, say, stage, campusId, generator, placePath, carts } = bench;
  const orders = size.flood;
  const firstGuest = await bench.newGuests(orders);
  await stage.sql`analyze account, session`;
  return bench.onBff({}, async (bff) => {
    let rssMb = rssMbOf(bff.pid);
    const watching = setInterval(() => {
      rssMb = Math.max(rssMb, rssMbOf(bff.pid));
    }, sampleMs);
    const tell = startCounting({ bff: bff.pid, postgres: stage.postgresPid, generator: generator.pid });
    const flood = await generator.run("flood", {
      target: { port: bff.port, path: placePath, campusId },
      ...{ carts, firstGuest },
      plan: { port: bff.port, orders, patienceMs, giveUpMs },
    });
    clearInterval(watching);
    const cost = tell();
    const booked = await stage.sql<Booked[]>`
      select idempotency_key as key, count(*)::int as orders, min(order_id) as order_id from orders
      where campus_id = ${campusId} and account_id between ${guestAccount(firstGuest)} and ${guestAccount(firstGuest + orders - 1)}
      group by account_id, idempotency_key`;
    const { lost, doubled } = lostAndDoubled(new Map(flood.answered), booked);
    say(
      `  ${orders} orders in ${flood.seconds.toFixed(1)} s: ${countsText(flood.codes)}; ${flood.timeouts} time-outs, ${flood.retries} retries; an answer took ${flood.answerP99.toFixed(0)} ms (p99), an order with its retries ${(flood.orderP50 / 1_000).toFixed(1)} s (median), ${(flood.orderP99 / 1_000).toFixed(1)} s (p99); ${costText(cost, orders)}`,
    );
    await bench.settled();
    return {
      flood_sent: { value: orders, unit: "orders", goal: null },
      flood_lost: { value: lost, unit: "orders", goal: 0 },
      flood_doubled: { value: doubled, unit: "orders", goal: 0 },
      flood_seconds: { value: rounded(flood.seconds, 1), unit: "s", goal: 60 },
      flood_rss_mb: { value: rounded(rssMb, 0), unit: "MB", goal: 512 },
    };
  });
}
