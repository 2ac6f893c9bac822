import type { Figures } from "../../report.ts";
import { type Bench, costText, loadOrders, mustBeOk } from "../context.ts";
import { guestAccount, guestToken } from "../guests.ts";
import { percentile, rounded } from "../numbers.ts";
import { startCounting } from "../process-cost.ts";
import { postRequest } from "../requests.ts";
import { hire } from "../staff.ts";
import { type Commit, delays, startWatchers } from "../watchers.ts";

/** What a kitchen does with an order, one after the other. */
const commands = ["merchant.accept", "merchant.startCooking", "merchant.ready"] as const;
/** A change that has not arrived by then counts as lost. */
const graceMs = 5_000;

/** Paid orders of as many guests; how they were paid is not measured here, so the database is simply told. */
async function paidOrders(bench: Bench, port: number, count: number) {
  const { stage, campusId } = bench;
  const placed = await loadOrders(
    bench,
    { port, pid: 0, stop: async () => {} },
    {
      ...{ most: count, warmSeconds: 0, seconds: 300 },
    },
  );
  mustBeOk("orders to follow", placed.result);
  const now = stage.now();
  return stage.sql<{ accountId: string; orderId: string; version: number }[]>`
    update orders set payment = 'paid', paid_at = ${now}, accept_by = ${now + 3_600_000}
    where campus_id = ${campusId}
      and account_id between ${guestAccount(placed.firstGuest)} and ${guestAccount(placed.firstGuest + count - 1)}
    returning account_id, order_id, version`;
}

/** Kitchens change orders while everybody looks at their own: how long from the commit until the phone has it? */
export async function benchSync(bench: Bench): Promise<Figures> {
  const { size, say, stage, campusId, generator, carts } = bench;
  const count = size.clients * 3;
  const figures = await bench.onBff({}, async (bff) => {
    const orders = await paidOrders(bench, bff.port, count);
    const cook = await bench.newGuests(1);
    const shopIds = [...new Set(carts.map((cart) => cart.shopId))];
    await hire(stage.sql, campusId, { n: cook, shopIds, now: stage.now() });
    await bench.settled();
    const watchers = await startWatchers((what) => say(`! ${what}`));
    try {
      await watchers.open(
        bff.port,
        orders.map(({ accountId, orderId, version }) => ({
          ...{ orderId, version },
          token: guestToken(campusId, Number(accountId.slice("acc_bench".length))),
        })),
      );
      const requests = commands.flatMap((path) =>
        orders.map(({ orderId }) =>
          postRequest({ port: bff.port, path: `/trpc/${path}`, campusId }, cook, JSON.stringify({ orderId })),
        ),
      );
      const plan = {
        ...{ port: bff.port, connections: 32, warmSeconds: 0, seconds: requests.length / size.changes },
        ...{ most: requests.length, reads: true },
      };
      const tell = startCounting({ bff: bff.pid, postgres: stage.postgresPid, generator: generator.pid });
      const changed = await generator.run("requests", {
        ...{ port: bff.port, requests, plan, perSecond: size.changes },
      });
      mustBeOk("changes", changed);
      const cost = tell();
      const commits = await stage.sql<Commit[]>`
        select order_id, version, (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000)::float8 as at from order_step
        where campus_id = ${campusId} and version > 1 and order_id = any(${orders.map((order) => order.orderId)})`;
      let seen = delays(commits, await watchers.receipts());
      for (const end = performance.now() + graceMs; seen.missing > 0 && performance.now() < end; ) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        seen = delays(commits, await watchers.receipts());
      }
      if (seen.missing > 0) throw new Error(`${seen.missing} of ${commits.length} changes arrived nowhere`);
      const p99 = percentile(seen.ms, 0.99);
      const times = commits.map((commit) => commit.at).sort((a, b) => a - b);
      const rate = (commits.length * 1_000) / Math.max(1, (times.at(-1) ?? 0) - (times[0] ?? 0));
      if (rate < 0.9 * size.changes)
        say(`  ! only ${rate.toFixed(0)} changes a second were made: the delays are those of that rate`);
      say(
        `  ${count} open pages, ${commits.length} changes at ${size.changes}/s: p50 ${percentile(seen.ms, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, longest ${percentile(seen.ms, 1).toFixed(0)} ms; the kitchen's call p99 ${changed.p99.toFixed(0)} ms; ${costText(cost, commits.length)}`,
      );
      return { sync_p99_ms: { value: rounded(p99, 0), unit: "ms", goal: 300 } };
    } finally {
      await watchers.stop();
    }
  });
  await bench.settled();
  return figures;
}
