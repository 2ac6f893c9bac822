import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type NginxServer, nginxLacks, startNginx } from "@sanqi/local-services";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { siteOf } from "./doubled-product.ts";

const lacks = nginxLacks();
type Answer = (req: IncomingMessage, res: ServerResponse) => void;
/** Stands for a BFF process: answers as it is told and remembers what it was asked. */
class Process {
  readonly asked: string[] = [];
  readonly from: (string | undefined)[] = [];
  answer: Answer = (_req, res) => void res.end(this.name);
  private server: Server | null = null;
  port = 0;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }

  async start(): Promise<void> {
    this.server = createServer((req, res) => {
      this.asked.push(`${req.method} ${req.url}`);
      this.from.push([req.headers["x-forwarded-for"]].flat().join());
      req.resume().on("end", () => this.answer(req, res));
    });
    this.server.on("upgrade", (_req, socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
      socket.on("data", (text) => socket.write(`${this.name} heard ${text}`));
      socket.on("end", () => socket.end());
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.server?.close(resolve));
    this.server?.closeAllConnections();
    await gone;
  }
}

let [a, b]: [Process, Process] = [] as never;
let nginx: NginxServer;
beforeAll(async () => {
  if (lacks) return;
  [a, b] = [new Process("a"), new Process("b")];
  await Promise.all([a.start(), b.start()]);
  nginx = await startNginx((listen) => siteOf([a.port, b.port], listen));
});
afterAll(async () => {
  await nginx?.remove();
  await Promise.all([a?.stop(), b?.stop()]);
});
beforeEach(() => {
  for (const one of [a, b]) {
    if (!one) continue;
    one.asked.length = 0;
    one.from.length = 0;
    one.answer = (_req, res) => void res.end(one.name);
  }
});

const call = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`${nginx.url}${path}`, { method, headers, ...(method === "POST" && { body: "{}" }) });
const dies: Answer = (req) => void req.socket.destroy();
/** As often as it takes to come by both of them. */
const tenTimes = <T>(work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 10 }, () => work()));

describe.skipIf(lacks)(`nginx before two processes${lacks ? ` (${lacks})` : ""}`, () => {
  it("spreads calls over both", async () => {
    await tenTimes(() => call("POST", "/trpc/x"));
    expect(a.asked.length).toBeGreaterThan(0);
    expect(b.asked.length).toBeGreaterThan(0);
  });

  it("never sends a POST twice whose process died with it, and says when to ask again", async () => {
    [a.answer, b.answer] = [dies, dies];
    for (let n = 0; n < 6; n += 1) {
      const answer = await call("POST", `/orders/${n}`);
      expect(answer.status).toBe(502);
      expect(answer.headers.get("retry-after")).toBe("1");
      expect(await answer.json()).toHaveProperty("title");
    }
    const seen = [...a.asked, ...b.asked];
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("asks the other process where a question can be repeated", async () => {
    [a.answer, b.answer] = [dies, (_req, res) => void res.end("b")];
    for (let n = 0; n < 6; n += 1) expect((await call("GET", "/trpc/y")).status).toBe(200);
    expect(a.asked.length).toBeGreaterThan(0);
  });

  it("hands on a refusal with its Retry-After instead of asking the other process, too", async () => {
    const later: Answer = (_req, res) => void res.writeHead(503, { "retry-after": "7" }).end("later");
    [a.answer, b.answer] = [later, later];
    for (const method of ["GET", "POST"]) {
      a.asked.length = 0;
      b.asked.length = 0;
      const answer = await call(method, "/trpc/z");
      expect([answer.status, answer.headers.get("retry-after"), await answer.text()]).toEqual([
        503,
        "7",
        "later",
      ]);
      expect(a.asked.length + b.asked.length).toBe(1);
    }
  });

  it("sends away at once, with Retry-After, who comes while both are full", async () => {
    const narrow = await startNginx((listen) => siteOf([a.port, b.port], listen, 1));
    const held: (() => void)[] = [];
    const holds: Answer = (_req, res) => void held.push(() => res.end("late"));
    [a.answer, b.answer] = [holds, holds];
    try {
      const waiting = [1, 2].map(() => fetch(`${narrow.url}/orders`, { method: "POST", body: "{}" }));
      await until(() => held.length === 2);
      const third = await fetch(`${narrow.url}/orders`, { method: "POST", body: "{}" });
      expect([third.status, third.headers.get("retry-after")]).toEqual([502, "1"]);
      for (const release of held) release();
      expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
    } finally {
      await narrow.remove();
    }
  });

  it("tells who called behind whatever the caller says", async () => {
    await call("GET", "/x", { "x-forwarded-for": "203.0.113.9" });
    expect([...a.from, ...b.from]).toEqual(["203.0.113.9, 127.0.0.1"]);
  });

  it("carries WebSockets both ways", async () => {
    const headers = { connection: "Upgrade", upgrade: "websocket" };
    const asking = request(`${nginx.url}/trpc`, { headers }).end();
    const socket = await new Promise<Duplex>((resolve, reject) =>
      asking.once("upgrade", (_res, opened) => resolve(opened)).once("error", reject),
    );
    socket.write("hello");
    expect(String(await new Promise((resolve) => socket.once("data", resolve)))).toMatch(
      /^[ab] heard hello$/,
    );
    socket.destroy();
  });

  it("keeps the figures of single processes to itself", async () => {
    expect((await call("GET", "/metrics")).status).toBe(404);
    expect(a.asked.length + b.asked.length).toBe(0);
  });

  it("lets no POST fail because a process is gone", async () => {
    await a.stop();
    try {
      const answers = await tenTimes(() => call("POST", "/orders"));
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(b.asked).toHaveLength(10);
    } finally {
      await a.start();
    }
  });

  it("sends a POST over no connection that the process is about to end", () => {
    // As Node does it: idle connections are ended by the process after five seconds.
    const [, seconds] = /keepalive_timeout (\d+)s;/.exec(siteOf([1], 2)) ?? [];
    expect(Number(seconds) * 1_000).toBeLessThan(createServer().keepAliveTimeout);
  });
});
