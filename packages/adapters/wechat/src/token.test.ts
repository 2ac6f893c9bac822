import { ok } from "@sanqi/kernel";
import type { Message } from "@sanqi/notifications";
import { json, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createWechatMessenger } from "./messenger.ts";
import { noon, testConfig, testDeps } from "./test-config.ts";
import { playTokens } from "./test-tokens.ts";
import { createTokenSource } from "./token.ts";

const { clock, deps } = testDeps();
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  clock.set(noon);
  host.received.length = 0;
});

const accepted: Message = {
  kind: "order-accepted",
  shop: "一食堂 川味小炒",
  orderNo: "A1024",
  eta: "12:35",
  note: "",
};
const to = { subjectKind: "openid", subject: "o-lin" };
const page = "/pages/order/detail/index?id=ord_1";

describe("the access token", () => {
  it("is fetched once for all and renewed five minutes before its end", async () => {
    const tokens = playTokens(host, () => json({ errcode: 0 }));
    const messenger = createWechatMessenger(testConfig(host.url), deps);
    const send = () => messenger.send({ to, message: accepted, page, firstTriedAt: 0 });
    await Promise.all(Array.from({ length: 10 }, send));
    expect(tokens.calls).toEqual([false]);
    clock.advance(6_899_000);
    await send();
    expect(tokens.calls).toHaveLength(1);
    clock.advance(1_000);
    await send();
    expect(tokens.calls).toHaveLength(2);
  });

  it.each([40001, 40014, 42001])(
    "is replaced once after errcode %i, and the call repeated once",
    async (errcode) => {
      const tokens = playTokens(host, (_request, token) =>
        json(token === "token 1" ? { errcode } : { errcode: 0 }),
      );
      const messenger = createWechatMessenger(testConfig(host.url), deps);
      expect(await messenger.send({ to, message: accepted, page, firstTriedAt: 0 })).toMatchObject({
        ok: true,
      });
      // The platform still hands the refused token out, so it is replaced by force.
      expect(tokens.calls).toEqual([false, false, true]);
    },
  );

  it("is not replaced for ever", async () => {
    const tokens = playTokens(host, () => json({ errcode: 40001 }));
    const messenger = createWechatMessenger(testConfig(host.url), deps);
    expect(await messenger.send({ to, message: accepted, page, firstTriedAt: 0 })).toMatchObject({
      error: { kind: "hostBusy" },
    });
    expect(host.received.filter(({ path }) => path.includes("/subscribe/send"))).toHaveLength(2);
    expect(tokens.calls).toHaveLength(3);
  });

  it("is replaced once where many callers are refused at once", async () => {
    const tokens = playTokens(host, (_request, token) =>
      json(token === "token 1" ? { errcode: 42001 } : { errcode: 0 }),
    );
    const messenger = createWechatMessenger(testConfig(host.url), deps);
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => messenger.send({ to, message: accepted, page, firstTriedAt: 0 })),
    );
    expect(sent.every(({ ok }) => ok)).toBe(true);
    expect(tokens.calls.filter(Boolean)).toHaveLength(1);
  });

  it("is not fetched again for a refusal that comes late", async () => {
    let fetched = 0;
    const source = createTokenSource<never>(
      async () => ok({ token: `t${++fetched}`, expiresInSeconds: 7200 }),
      clock,
    );
    expect(await source.current()).toEqual(ok("t1"));
    expect(await source.replace("t1")).toEqual(ok("t2"));
    expect(await source.replace("t1")).toEqual(ok("t2"));
    expect(await source.current()).toEqual(ok("t2"));
    expect(fetched).toBe(2);
  });

  it("of a short life is used for half of it", async () => {
    let fetched = 0;
    const source = createTokenSource<never>(
      async () => ok({ token: `t${++fetched}`, expiresInSeconds: 100 }),
      clock,
    );
    await source.current();
    clock.advance(49_999);
    expect(await source.current()).toEqual(ok("t1"));
    clock.advance(1);
    expect(await source.current()).toEqual(ok("t2"));
  });
});
