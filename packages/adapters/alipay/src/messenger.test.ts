import type { Message } from "@sanqi/notifications";
import { type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAlipayMessenger } from "./messenger.ts";
import { testConfig, testDeps } from "./test-config.ts";
import { contentOf, failure, gatewayReply, playGateway, success } from "./test-gateway.ts";

const { deps } = testDeps();
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  host.received.length = 0;
});

const method = "alipay.open.app.mini.templatemessage.send";
const key = "alipay_open_app_mini_templatemessage_send_response";
const accepted: Message = {
  kind: "order-accepted",
  shop: "一食堂\n川味小炒",
  orderNo: "A1024",
  eta: "12:35",
  note: "",
};
const to = { subjectKind: "open_id", subject: "o-lin" };
const page = "/pages/order/detail/index?id=ord_1";
const messenger = (timeoutMs?: number) => createAlipayMessenger(testConfig(host.url, timeoutMs), deps);
const send = (message: Message = accepted) => messenger().send({ to, message, page, firstTriedAt: 0 });

describe("messages", () => {
  it("are sent by key words, long values shortened", async () => {
    playGateway(host, { [method]: success({ msg_id: "m1" }) });
    const note = "🍚".repeat(40);
    expect(await send({ ...accepted, note } as Message)).toEqual({ ok: true, value: { receipt: "m1" } });
    const { data, ...content } = contentOf(host.received[0]);
    expect(content).toEqual({
      to_open_id: "o-lin",
      user_template_id: "t-accepted",
      page: "pages/order/detail/index?id=ord_1",
    });
    expect(JSON.parse(String(data))).toEqual({
      keyword1: { value: "一食堂 川味小炒" },
      keyword2: { value: "A1024" },
      keyword3: { value: "12:35" },
      keyword4: { value: `${"🍚".repeat(24)}…` },
    });
    await messenger().send({
      to: { subjectKind: "user_id", subject: "2088" },
      message: accepted,
      page,
      firstTriedAt: 0,
    });
    expect(contentOf(host.received[1])).toMatchObject({ to_user_id: "2088" });
    expect(String(contentOf(host.received[1]).data)).toContain('"keyword4":{"value":"无"}');
  });

  it("are refused here where they cannot be right", async () => {
    const alert: Message = { kind: "care-alert", department: "软件学院", count: 2, at: "12:00" };
    expect(await send(alert)).toMatchObject({
      error: { kind: "messageRefused", code: "KIND_NOT_SENT_HERE" },
    });
    const stranger = { subjectKind: "openid", subject: "x" };
    expect(await messenger().send({ to: stranger, message: accepted, page, firstTriedAt: 0 })).toMatchObject({
      error: { kind: "messageRefused", code: "SUBJECT_NOT_ALIPAY" },
    });
    expect(host.received).toHaveLength(0);
  });

  it.each([
    ["40004", "USER_TEMPLATE_ILLEGAL", "messageRefused"],
    ["40004", "USER_KEYWORD_LENGTH_ERROR", "messageRefused"],
    ["40004", "USER_TEMPLATE_LACK_KEYWORD", "messageRefused"],
    ["40004", "SOMETHING_NOT_PUBLISHED", "notDeliverable"],
    ["40004", "FORM_ID_NOT_MATCH_APPID", "notDeliverable"],
    ["40002", "isv.invalid-signature", "messageRefused"],
    ["40006", "isv.insufficient-isv-permissions", "messageRefused"],
    ["40005", "isv.app-call-limited", "hostBusy"],
    ["20000", "aop.unknow-error", "sendUnknown"],
  ])("%s %s means %s", async (code, subCode, kind) => {
    playGateway(host, { [method]: failure(code, subCode) });
    expect(await send()).toMatchObject({ ok: false, error: { kind } });
    expect(host.received).toHaveLength(1);
  });

  it("may have been sent where the answer is lost, and were not without a connection", async () => {
    for (const reply of ["cut", { status: 503 }, gatewayReply(key, success(), false)] as Reply[]) {
      host.reply = () => reply;
      expect(await send()).toMatchObject({ error: { kind: "sendUnknown" } });
    }
    host.reply = () => "silence";
    expect(await messenger(50).send({ to, message: accepted, page, firstTriedAt: 0 })).toMatchObject({
      error: { kind: "sendUnknown" },
    });
    const gone = await startTestHost();
    await gone.close();
    const alone = createAlipayMessenger(testConfig(gone.url), deps);
    expect(await alone.send({ to, message: accepted, page, firstTriedAt: 0 })).toMatchObject({
      error: { kind: "hostBusy" },
    });
  });
});
