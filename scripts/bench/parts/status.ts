import path from "node:path";
import { startChild } from "../../child.ts";
import type { Figures } from "../../report.ts";
import { type Bench, costText, loadOrders, loopText, mustBeOk, perSecond } from "../context.ts";
import { guestAccount, guestToken } from "../guests.ts";
import { median, rounded } from "../numbers.ts";
import { startCounting } from "../process-cost.ts";
import { readRequest } from "../requests.ts";
import type { Bff } from "../stage.ts";

/** People who look at their orders: more than a handful, so that a cache is really looked into. */
const readers = 500;
/** What Node adds by itself, in both servers. */
const ofNode = new Set(["date", "connection", "keep-alive", "content-length", "transfer-encoding"]);

type Seen = { readonly requests: string[]; readonly body: string; readonly headers: Record<string, string> };

/** Each reader's own order, as the mini-program's order page asks for it: with the version that it shows. */
async function ownOrders(bench: Bench, bff: Bff): Promise<Seen> {
  const { stage, campusId } = bench;
  const count = Math.min(readers, bench.size.connections * 10);
  const placed = await loadOrders(bench, bff, { most: count, warmSeconds: 0, seconds: 60 });
  mustBeOk("orders to read", placed.result);
  await bench.settled();
  const rows = await stage.sql<{ accountId: string; orderId: string; version: number }[]>`
    select account_id, order_id, version from orders where campus_id = ${campusId}
      and account_id between ${guestAccount(placed.firstGuest)} and ${guestAccount(placed.firstGuest + count - 1)}`;
  const pathOf = (row: { orderId: string; version: number }) => `/orders/${row.orderId}?seen=${row.version}`;
  const guestOf = (accountId: string) => Number(accountId.slice("acc_bench".length));
  const requests = rows.map((row) =>
    readRequest({ port: bff.port, path: pathOf(row), campusId }, guestOf(row.accountId)),
  );
  const [first] = rows;
  if (!first) throw new Error("no order to read");
  const answer = await fetch(`http://127.0.0.1:${bff.port}${pathOf(first)}`, {
    headers: { authorization: `Bearer ${guestToken(campusId, guestOf(first.accountId))}` },
  });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`the order page was answered ${answer.status} ${body}`);
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !ofNode.has(name)));
  return { requests, body, headers };
}

/** Reading one's own order, unchanged since one looked last, beside a server that only ever says the same. */
export async function benchStatus(bench: Bench): Promise<Figures> {
  const { size, say, generator, stage } = bench;
  const plan = (port: number, warmSeconds = size.warmSeconds) => ({
    ...{ port, connections: size.connections, warmSeconds, seconds: size.seconds },
    ...{ most: Number.MAX_SAFE_INTEGER, reads: true },
  });
  const found = { over: [] as number[], p99: [] as number[] };
  await bench.onBff({}, async (bff) => {
    const { requests, body, headers } = await ownOrders(bench, bff);
    say(`  ${Buffer.byteLength(body)} bytes, headers ${Object.keys(headers).join(", ")}`);
    const bare = await startChild<{ port: number }>(
      path.join(import.meta.dirname, "../bare-process.ts"),
      {
        ...process.env,
        SANQI_BENCH_BODY: Buffer.from(body).toString("base64"),
        SANQI_BENCH_HEADERS: JSON.stringify(headers),
      },
      { exit: () => {} },
    );
    try {
      for (let n = 0; n < size.runs; n += 1) {
        const { port } = bare.ready;
        const limit = await generator.run("requests", { port, requests, plan: plan(port) });
        mustBeOk("bare server", limit);
        const tell = startCounting({ bff: bff.pid, postgres: stage.postgresPid, generator: generator.pid });
        const most = await generator.run("requests", { port: bff.port, requests, plan: plan(bff.port) });
        const cost = tell();
        mustBeOk("status", most);
        const half = { port: bff.port, requests, plan: plan(bff.port), perSecond: perSecond(most) / 2 };
        const calm = await generator.run("requests", half);
        mustBeOk("status at half load", calm);
        found.over.push(perSecond(most) / perSecond(limit));
        found.p99.push(calm.p99);
        say(
          `  bare ${loopText(limit)}; status ${loopText(most)}; ${costText(cost, most.used)}; at half p99 ${calm.p99.toFixed(1)} ms`,
        );
      }
    } finally {
      await bare.stop();
    }
  });
  return {
    status_over_bare: { value: rounded(median(found.over)), unit: "×", goal: 0.5, good: "atLeast" },
    status_p99_ms_half_load: { value: rounded(median(found.p99), 1), unit: "ms", goal: 50 },
  };
}
