import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { flood } from "./flood-run.ts";
import { closedLoop, type LoopPlan, openLoop } from "./loops.ts";

async function withServer<T>(listener: RequestListener, work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
const plan = (port: number, over: Partial<LoopPlan> = {}): LoopPlan => ({
  ...{ port, connections: 2, warmSeconds: 0, seconds: 30, most: 10, reads: false, ...over },
});
const request = (n: number) => `GET /${n} HTTP/1.1\r\nhost: x\r\n\r\n`;
const order = (id: string) => JSON.stringify({ result: { data: { orderId: id } } });

it("asks each thing once, and counts answers by what they say", async () => {
  const asked: string[] = [];
  const result = await withServer(
    (req, res) => {
      asked.push(req.url ?? "");
      if (req.url === "/7") res.writeHead(409).end('{"error":{"data":{"sanqi":{"code":"SOLD_OUT"}}}}');
      else res.end(order(`ord_${req.url}`));
    },
    (port) => closedLoop(plan(port), request),
  );
  expect(asked.sort()).toEqual(Array.from({ length: 10 }, (_, n) => `/${n}`).sort());
  expect(result).toMatchObject({ answered: 10, ok: 9, used: 10, codes: { ok: 9, SOLD_OUT: 1 } });
});

it("lets a stall be felt by all who were due meanwhile", async () => {
  let stalled = true;
  const result = await withServer(
    (_req, res) => {
      // The first answer takes 300 ms; with one connection everybody behind it waits.
      const wait = stalled ? 300 : 0;
      stalled = false;
      setTimeout(() => res.end("{}"), wait);
    },
    (port) =>
      openLoop({ ...plan(port, { connections: 1, seconds: 0.4, reads: true }), perSecond: 50 }, request),
  );
  expect(result).toMatchObject({ answered: 20, ok: 20, used: 20 });
  // At least half of them were due during the stall; a closed loop would have asked only once.
  expect(result.p50).toBeGreaterThan(50);
});

it("comes again after Retry-After with the same order, and gives up after a final refusal", async () => {
  const tries = new Map<string, number>();
  const result = await withServer(
    (req, res) => {
      const url = req.url ?? "";
      const n = (tries.get(url) ?? 0) + 1;
      tries.set(url, n);
      if (url === "/5") return void res.writeHead(409).end("{}");
      if (n === 1 && url !== "/6") return void res.writeHead(503, { "retry-after": "0" }).end("{}");
      res.end(order(`ord${url}`));
    },
    (port) => flood({ port, orders: 4, patienceMs: 5_000, giveUpMs: 30_000 }, 4, request),
  );
  expect(Object.fromEntries(tries)).toEqual({ "/4": 2, "/5": 1, "/6": 1, "/7": 2 });
  expect(result.answered.map(([, orderId]) => orderId)).toEqual(["ord/4", null, "ord/6", "ord/7"]);
  expect(result).toMatchObject({
    timeouts: 0,
    retries: 2,
    codes: { "HTTP 503": 2, "HTTP 409": 1, ok: 3 },
  });
});
