import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { err } from "@sanqi/kernel";
import { afterEach, describe, expect, it } from "vitest";
import { unwrap } from "../../rpc/procedures.ts";
import { createTransport } from "../transport.ts";
import type { WebParts } from "../web-app.ts";
import { createLean, type LeanRoute } from "./lean.ts";

const logged: unknown[] = [];
const log = { debug() {}, error: (...line: unknown[]) => logged.push(line) };
const metrics = { calls: { observe() {} } };
const parts = {
  app: { identity: { session: async () => ({ ok: true, value: { host: "weapp", roles: [] } }) } },
  transport: createTransport(log as never, metrics as never),
  production: false,
  trustedProxies: new Set(),
} as unknown as WebParts;

let close = () => {};
afterEach(() => close());

/** What a caller gets from a route that answers like this. */
async function answerOf(answer: LeanRoute["answer"]): Promise<Response> {
  const route: LeanRoute = { procedure: "orders.place", method: "POST", takes: () => true, answer };
  const lean = createLean(parts, "http://own.example", [route]);
  const server = createServer((req, res) => void lean.serve(route, req, res));
  close = () => server.close();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/orders`, { method: "POST", headers: { authorization: "Bearer t" } });
}

describe("a short way", () => {
  it("sends people away with a time to come back", async () => {
    const answer = await answerOf(async () => unwrap(err({ kind: "busy", retryAfterSeconds: 7 })));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "7"]);
    const body = (await answer.json()) as { error: { data: { sanqi: object } } };
    expect(body.error.data.sanqi).toMatchObject({
      code: "ORDERS_BUSY",
      failure: { kind: "busy", retryAfterSeconds: 7 },
    });
  });

  it("tells nobody but the log what broke", async () => {
    const answer = await answerOf(async () => {
      throw new Error("secret of the house");
    });
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('"code":"INTERNAL"');
    expect(text).not.toContain("secret");
    expect(JSON.stringify(logged, (_, value) => (value instanceof Error ? value.message : value))).toContain(
      "secret of the house",
    );
  });

  it("answers with bytes as they are kept", async () => {
    const answer = await answerOf(async () => Buffer.from('{"words":"面"}'));
    expect(await answer.json()).toEqual({ result: { data: { words: "面" } } });
  });
});
