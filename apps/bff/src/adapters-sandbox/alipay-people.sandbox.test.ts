import { createAlipayLogin, createAlipayMessenger, readAlipayConfig } from "@sanqi/alipay";
import type { Message } from "@sanqi/notifications";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Bench, must, startBench } from "./sandbox-bench.ts";

let bench: Bench;
let appId: string;
beforeAll(async () => {
  bench = await startBench();
  appId = bench.env.ALIPAY_APP_ID;
});
afterAll(() => bench.close());
afterEach(() =>
  bench.faults({
    alipayDown: false,
    alipayIdentity: "open_id",
    alipayLoginCode: false,
    alipayErrorKey: "method",
    alipayMessages: "ok",
    alipayNoConsent: "USER_NOT_SUBSCRIBE",
  }),
);

const newCode = async (person: string) =>
  String((await bench.phone("alipay/auth-code", { appId, person })).authCode);
const login = () => createAlipayLogin(readAlipayConfig(bench.env), bench.deps);

describe("Alipay log-in", () => {
  it.each([
    ["open_id", "open_id"],
    ["user_id", "user_id"],
    ["both", "open_id"],
  ])("proves the same person each time: %s", async (alipayIdentity, subjectKind) => {
    for (const alipayLoginCode of [true, false]) {
      await bench.faults({ alipayIdentity, alipayLoginCode });
      const first = must(await login().exchange(await newCode("lin")));
      expect(first).toMatchObject({ platform: "alipay", app: appId, subjectKind, name: null });
      expect(must(await login().exchange(await newCode("lin")))).toEqual(first);
    }
  });

  it.each(["method", "error_response"])(
    "takes a code once, and none that was made up: %s",
    async (alipayErrorKey) => {
      await bench.faults({ alipayErrorKey });
      const code = await newCode("lin");
      must(await login().exchange(code));
      const refused = { ok: false, error: { kind: "loginCodeRefused", code: "isv.code-invalid" } };
      expect(await login().exchange(code)).toEqual(refused);
      expect(await login().exchange("made-up")).toEqual(refused);
      await bench.faults({ alipayDown: true });
      expect(await login().exchange(await newCode("lin"))).toMatchObject({
        error: { kind: "hostUnavailable" },
      });
    },
  );
});

const messages: Message[] = [
  { kind: "order-accepted", shop: "一食堂 川味小炒", orderNo: "A1024", eta: "约 12:35", note: "" },
  { kind: "order-picked-up", shop: "一食堂 川味小炒", orderNo: "A1024", rider: "陈师傅", eta: "12:40" },
  {
    kind: "order-delivered",
    shop: "一食堂 川味小炒",
    orderNo: "A1024",
    place: "取餐柜".repeat(30),
    at: "12:41",
  },
  { kind: "order-refunded", shop: "一食堂 川味小炒", orderNo: "A1024", amount: "24.05", reason: "商家拒单" },
];
const page = "/pages/order/detail/index?id=ord_1";

async function senderFor(person: string) {
  const { subject, subjectKind } = must(await login().exchange(await newCode(person)));
  const messenger = createAlipayMessenger(readAlipayConfig(bench.env), bench.deps);
  return (message: Message) =>
    messenger.send({ to: { subject, subjectKind }, message, page, firstTriedAt: 0 });
}
const consent = (person: string, kind: Message["kind"]) =>
  bench.phone("alipay/subscribe", { appId, person, entityIds: [`tmpl-${kind}`] });

describe("Alipay messages", () => {
  it.each(messages)("arrive once for each consent: $kind", async (message) => {
    const send = await senderFor("lin");
    expect(await send(message)).toMatchObject({ error: { kind: "notDeliverable" } });
    await consent("lin", message.kind);
    must(await send(message));
    const arrived = (await bench.messages("alipay", "lin")).find(({ lines }) => lines.length === 4);
    expect(arrived?.page).toBe(page.slice(1));
    expect(await send(message)).toMatchObject({ error: { kind: "notDeliverable" } });
  });

  it.each(["USER_NOT_SUBSCRIBE", "SUBSCRIBE_QUOTA_USED_UP", "FORM_ID_NOT_MATCH_APPID"])(
    "cannot reach a person without consent, whatever the platform calls it: %s",
    async (alipayNoConsent) => {
      await bench.faults({ alipayNoConsent });
      const send = await senderFor("wang");
      for (const message of messages)
        expect(await send(message)).toMatchObject({ error: { kind: "notDeliverable" } });
    },
  );

  it("may have been sent when the platform fails, and are addressed by user_id too", async () => {
    await bench.faults({ alipayIdentity: "user_id" });
    const send = await senderFor("zhao");
    const [accepted] = messages;
    if (!accepted) throw new Error("no message");
    await consent("zhao", accepted.kind);
    await bench.faults({ alipayMessages: "down" });
    expect(await send(accepted)).toMatchObject({ error: { kind: "sendUnknown" } });
    await bench.faults({ alipayMessages: "ok" });
    must(await send(accepted));
    expect(await bench.messages("alipay", "zhao")).toHaveLength(1);
  });
});
