import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { connect } from "@sanqi/database";
import type { Figures } from "../../report.ts";
import { type Bench, loadOrders, mustBeOk } from "../context.ts";
import { inviteGuests } from "../guests.ts";
import { median, rounded } from "../numbers.ts";
import { loadOldOrders } from "../old-orders.ts";
import { plansOfOneOrder } from "../plans.ts";
import { keyOf } from "../requests.ts";

const plansFile = path.resolve(import.meta.dirname, "../../../reports/orders-plans.txt");
/** More than are placed one after the other in one run. */
const guestsASecond = 2_000;

/** One order at a time in a database with nothing but today, and in one with all the years behind it. */
export async function benchGrowth(bench: Bench): Promise<Figures> {
  const { size, say, stage, campusId } = bench;
  const first = await bench.newGuests(1);
  const one = { most: 1, seconds: 30, warmSeconds: 0, connections: 1 };
  await bench.onBff({}, async (bff) => {
    mustBeOk("an order to copy", (await loadOrders(bench, bff, { ...one, firstGuest: first })).result);
  });
  await bench.settled();
  const [template] = await stage.sql<{ orderId: string }[]>`
    select order_id from orders where campus_id = ${campusId} and idempotency_key = ${keyOf(first)}`;
  if (!template) throw new Error("the order to copy is not there");
  const url = await bench.copyDatabase("sanqi_full");
  const full = connect(url, { max: 1, name: "sanqi-bench-full" });
  const found = {
    empty: { ms: [] as number[], cpu: [] as number[] },
    full: { ms: [] as number[], cpu: [] as number[] },
  };
  try {
    const begin = performance.now();
    await loadOldOrders(full, campusId, { template: template.orderId, count: size.old, say });
    const [room] = await full<{ mb: number }[]>`
      select (pg_database_size(current_database()) / 1048576)::int as mb`;
    say(
      `  ${size.old} old orders, ${room?.mb} MB, in ${((performance.now() - begin) / 60_000).toFixed(1)} min`,
    );
    await stage.sql.unsafe("vacuum analyze orders, order_line, order_step");
    const measure = async (where: "empty" | "full") => {
      const most = Math.ceil((size.seconds + size.warmSeconds) * guestsASecond);
      const firstGuest = await bench.newGuests(most);
      await inviteGuests(full, campusId, { from: firstGuest, count: most, now: stage.now() });
      await full`analyze account, session`;
      await stage.sql`checkpoint`;
      await bench.onBff(where === "full" ? { DATABASE_URL: url } : {}, async (bff) => {
        const { result, cost } = await loadOrders(bench, bff, { firstGuest, most, connections: 1 });
        mustBeOk(where, result);
        found[where].ms.push(result.p50);
        found[where].cpu.push(cost.postgresMs / result.used);
        say(
          `  ${where}: one order ${result.p50.toFixed(2)} ms (median of ${result.answered}), PostgreSQL ${(cost.postgresMs / result.used).toFixed(3)} CPU ms`,
        );
      });
    };
    for (let n = 0; n < size.runs; n += 1) {
      await measure("empty");
      await measure("full");
    }
    const guests = await bench.newGuests(100);
    await inviteGuests(full, campusId, { from: guests, count: 100, now: stage.now() });
    const plans = await plansOfOneOrder(bench, url, guests);
    mkdirSync(path.dirname(plansFile), { recursive: true });
    writeFileSync(plansFile, `${plans.join("\n\n")}\n`);
    say(`  plans of the ${plans.length} statements of one order: ${plansFile}`);
    say(plans.filter((plan) => plan.includes("Seq Scan")).join("\n\n"));
  } finally {
    await full.end({ timeout: 1 });
  }
  const ratio = median(found.full.ms) / median(found.empty.ms);
  return { growth_ratio: { value: rounded(ratio), unit: "×", goal: 1.2 } };
}
