import { minute, second } from "@sanqi/kernel";
import type { Message } from "@sanqi/notifications";
import {
  createWechatLogin,
  createWechatMessenger,
  readWechatConfig,
  wechatMessageFields,
} from "@sanqi/wechat";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Bench, must, startBench } from "./sandbox-bench.ts";

let bench: Bench;
let appId: string;
beforeAll(async () => {
  bench = await startBench();
  appId = bench.env.WECHAT_APP_ID;
});
afterAll(() => bench.close());
afterEach(() => bench.faults({ wechatLogin: "ok", wechatUnionid: true, wechatMessages: "ok" }));

const newCode = async (person: string) => String((await bench.phone("wechat/login", { appId, person })).code);
const login = () => createWechatLogin(readWechatConfig(bench.env), bench.deps);

describe("WeChat log-in", () => {
  it("proves the same person each time, by a code that works once", async () => {
    const code = await newCode("lin");
    const first = must(await login().exchange(code));
    expect(first).toMatchObject({ platform: "weapp", app: appId, subjectKind: "openid", name: null });
    expect(first.union).not.toBeNull();
    expect(await login().exchange(code)).toEqual({
      ok: false,
      error: { kind: "loginCodeRefused", code: "40163" },
    });
    expect(await login().exchange("made-up")).toEqual({
      ok: false,
      error: { kind: "loginCodeRefused", code: "40029" },
    });
    expect(must(await login().exchange(await newCode("lin"))).subject).toBe(first.subject);
    expect(must(await login().exchange(await newCode("wang"))).subject).not.toBe(first.subject);
  });

  it("takes no code older than five minutes", async () => {
    const code = await newCode("lin");
    bench.advance(5 * minute + second);
    expect(await login().exchange(code)).toMatchObject({ error: { kind: "loginCodeRefused" } });
  });

  it("tells a busy host from a blocked person, and lives without a union id", async () => {
    for (const [wechatLogin, kind] of [
      ["busy", "hostUnavailable"],
      ["limited", "hostUnavailable"],
      ["blocked", "loginCodeRefused"],
    ]) {
      await bench.faults({ wechatLogin });
      expect(await login().exchange(await newCode("lin"))).toMatchObject({ error: { kind } });
    }
    await bench.faults({ wechatLogin: "ok", wechatUnionid: false });
    expect(must(await login().exchange(await newCode("lin"))).union).toBeNull();
  });
});

const messages: Message[] = [
  { kind: "order-accepted", shop: "一食堂 川味小炒", orderNo: "A1024", eta: "约 12:35", note: "" },
  { kind: "order-picked-up", shop: "一食堂 川味小炒", orderNo: "A1024", rider: "陈师傅", eta: "12:40" },
  {
    kind: "order-delivered",
    shop: "一食堂 川味小炒",
    orderNo: "A1024",
    place: "3 号楼 一层大厅 取餐柜 旁边 第二张桌子",
    at: "12:41",
  },
  {
    kind: "order-refunded",
    shop: "一食堂 川味小炒",
    orderNo: "A1024",
    amount: "24.05",
    reason: "商家拒单：今天的菜卖完了",
  },
];
const page = "/pages/order/detail/index?id=ord_1";

async function messengerFor(person: string) {
  const { subject, subjectKind } = must(await login().exchange(await newCode(person)));
  const messenger = createWechatMessenger(readWechatConfig(bench.env), bench.deps);
  return (message: Message) =>
    messenger.send({ to: { subject, subjectKind }, message, page, firstTriedAt: 0 });
}
const consent = (person: string, kind: Message["kind"]) =>
  bench.phone("wechat/subscribe", { appId, person, tmplIds: [`tmpl-${kind}`] });

describe("WeChat messages", () => {
  it.each(messages)("arrive once for each consent: $kind", async (message) => {
    const send = await messengerFor("lin");
    expect(await send(message)).toMatchObject({ error: { kind: "notDeliverable", code: "43101" } });
    await consent("lin", message.kind);
    const before = (await bench.messages("weapp", "lin")).length;
    expect(must(await send(message)).receipt).not.toBe("");
    const inbox = await bench.messages("weapp", "lin");
    expect(inbox).toHaveLength(before + 1);
    const arrived = inbox.find(({ page: at }) => at === page.slice(1));
    expect(arrived?.lines).toHaveLength(4);
    expect(await send(message)).toMatchObject({ error: { kind: "notDeliverable" } });
    if (message.kind !== "care-alert") expect(Object.keys(wechatMessageFields[message.kind])).toHaveLength(4);
  });

  it("are told apart when the platform refuses", async () => {
    const send = await messengerFor("lin");
    const [accepted] = messages;
    if (!accepted) throw new Error("no message");
    for (const [wechatMessages, kind] of [
      ["down", "hostBusy"],
      ["limited", "hostBusy"],
      ["banned", "notDeliverable"],
      ["sensitive", "messageRefused"],
    ]) {
      await bench.faults({ wechatMessages });
      expect(await send(accepted)).toMatchObject({ error: { kind } });
    }
  });

  it("go on when the token has expired, and when somebody else has replaced it", async () => {
    const send = await messengerFor("zhao");
    const [accepted] = messages;
    if (!accepted) throw new Error("no message");
    for (let i = 0; i < 3; i++) await consent("zhao", "order-accepted");
    must(await send(accepted));
    bench.advance(120 * minute);
    must(await send(accepted));
    const forced = await fetch(`${bench.env.WECHAT_API_BASE}/cgi-bin/stable_token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        grant_type: "client_credential",
        appid: appId,
        secret: bench.env.WECHAT_APP_SECRET,
        force_refresh: true,
      }),
    });
    expect(forced.ok).toBe(true);
    must(await send(accepted));
    expect(await bench.messages("weapp", "zhao")).toHaveLength(3);
  });
});
