import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Call, exchange } from "./exchange.ts";
import { startTestHost, type TestHost } from "./test-host.ts";

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  host.received.length = 0;
});
const call = (changed: Partial<Call> = {}) =>
  exchange(globalThis.fetch, {
    method: "POST",
    url: `${host.url}/path?secret=hidden`,
    headers: { "X-Test": "1" },
    body: "sent",
    timeoutMs: 5_000,
    ...changed,
  });

describe("exchange", () => {
  it("answers status, headers and bytes of any answer", async () => {
    host.reply = () => ({ status: 404, headers: { "x-back": "2" }, body: "不存在" });
    const answer = await call();
    if (answer.kind !== "answered") throw new Error(answer.detail);
    expect([answer.status, answer.headers.get("x-back"), answer.body.toString()]).toEqual([
      404,
      "2",
      "不存在",
    ]);
    expect(host.received).toMatchObject([{ method: "POST", body: "sent", headers: { "x-test": "1" } }]);
  });

  it("carries nothing on to where a redirect points", async () => {
    host.reply = () => ({ status: 307, headers: { location: `${host.url}/elsewhere` } });
    expect(await call()).toMatchObject({ kind: "answered", status: 307 });
    expect(host.received).toHaveLength(1);
  });

  it("reads a mebibyte and no more", async () => {
    host.reply = () => ({ body: "x".repeat(1024 * 1024) });
    expect(await call()).toMatchObject({ kind: "answered" });
    host.reply = () => ({ body: "x".repeat(1024 * 1024 + 1) });
    expect(await call()).toEqual({ kind: "lost", detail: "answer is too large" });
  });

  it("tells a lost answer from a request that was never sent, and repeats no secret", async () => {
    host.reply = () => "cut";
    expect(await call()).toMatchObject({ kind: "lost" });
    host.reply = () => "silence";
    expect(await call({ timeoutMs: 50 })).toEqual({ kind: "lost", detail: "no answer: TimeoutError" });
    const gone = await startTestHost();
    await gone.close();
    const unsent = await call({ url: `${gone.url}/path?secret=hidden` });
    expect(unsent).toEqual({ kind: "unsent", detail: "not connected: ECONNREFUSED" });
  });
});
