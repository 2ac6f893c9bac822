import type { Message } from "@sanqi/notifications";
import { json, type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createWechatMessenger } from "./messenger.ts";
import { noon, testConfig, testDeps } from "./test-config.ts";
import { playTokens } from "./test-tokens.ts";

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

describe("messages", () => {
  const messenger = () => createWechatMessenger(testConfig(host.url), deps);
  const send = (message: Message) => messenger().send({ to, message, page, firstTriedAt: 0 });

  it("are sent in the fields of their template", async () => {
    playTokens(host, () => json({ errcode: 0, errmsg: "ok", msgid: 12345 }));
    expect(await send(accepted)).toEqual({ ok: true, value: { receipt: "12345" } });
    expect(JSON.parse(host.received.at(-1)?.body ?? "")).toEqual({
      touser: "o-lin",
      template_id: "t-accepted",
      page: "pages/order/detail/index?id=ord_1",
      data: {
        thing1: { value: "一食堂 川味小炒" },
        character_string2: { value: "A1024" },
        time3: { value: "12:35" },
        thing4: { value: "无" },
      },
      miniprogram_state: "formal",
      lang: "zh_CN",
    });
  });

  it.each([
    { kind: "order-picked-up", shop: "s", orderNo: "1", rider: "陈师傅", eta: "12:40" },
    { kind: "order-delivered", shop: "s", orderNo: "1", place: "3 号楼", at: "12:41" },
    { kind: "order-refunded", shop: "s", orderNo: "1", amount: "24.50", reason: "商家拒单" },
  ] as Message[])("have fields for $kind", async (message) => {
    playTokens(host, () => json({ errcode: 0 }));
    expect(await send(message)).toMatchObject({ ok: true });
    expect(Object.keys(JSON.parse(host.received.at(-1)?.body ?? "").data)).toHaveLength(4);
  });

  it("are refused here where they cannot be right", async () => {
    playTokens(host, () => json({ errcode: 0 }));
    const alert: Message = { kind: "care-alert", department: "软件学院", count: 2, at: "12:00" };
    expect(await send(alert)).toMatchObject({
      error: { kind: "messageRefused", code: "KIND_NOT_SENT_HERE" },
    });
    expect(await send({ ...accepted, eta: "尽快" })).toMatchObject({
      error: { kind: "messageRefused", detail: "time3 (eta)" },
    });
    const stranger = { subjectKind: "userid", subject: "x" };
    expect(await messenger().send({ to: stranger, message: accepted, page, firstTriedAt: 0 })).toMatchObject({
      error: { kind: "messageRefused", code: "SUBJECT_NOT_OPENID" },
    });
    expect(host.received).toHaveLength(0);
  });

  it.each([
    [43101, "notDeliverable"],
    [43107, "notDeliverable"],
    [40003, "notDeliverable"],
    [40037, "messageRefused"],
    [47003, "messageRefused"],
    [41030, "messageRefused"],
    [45168, "messageRefused"],
    [43108, "hostBusy"],
    [45009, "hostBusy"],
    [-1, "hostBusy"],
  ])("errcode %i means %s", async (errcode, kind) => {
    playTokens(host, () => json({ errcode, errmsg: "argument invalid! rid: 1" }));
    expect(await send(accepted)).toMatchObject({ ok: false, error: { kind } });
    expect(host.received).toHaveLength(2);
  });

  it("may have been sent where the answer is lost, and were not where no token was to be had", async () => {
    for (const reply of ["cut", json({}, 503), { body: "<html>" }, json({ errcode: "0" })] as Reply[]) {
      playTokens(host, () => reply);
      expect(await send(accepted)).toMatchObject({ error: { kind: "sendUnknown" } });
    }
    for (const reply of [
      "cut",
      json({ errcode: 40125, errmsg: "x" }),
      json({ access_token: "t" }),
    ] as Reply[]) {
      host.reply = () => reply;
      expect(await send(accepted)).toMatchObject({ error: { kind: "hostBusy" } });
    }
    const hasty = createWechatMessenger(testConfig(host.url, 50), deps);
    playTokens(host, () => "silence");
    expect(await hasty.send({ to, message: accepted, page, firstTriedAt: 0 })).toMatchObject({
      error: { kind: "sendUnknown" },
    });
    const gone = await startTestHost();
    await gone.close();
    const alone = createWechatMessenger(testConfig(gone.url), deps);
    expect(await alone.send({ to, message: accepted, page, firstTriedAt: 0 })).toMatchObject({
      error: { kind: "hostBusy" },
    });
  });
});
