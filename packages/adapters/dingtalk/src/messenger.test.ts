import type { Message } from "@sanqi/notifications";
import { json, type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDingtalkMessenger } from "./messenger.ts";
import { createDingtalkSendResults } from "./send-results.ts";
import { noon, playDingtalk, testConfig, testDeps, wrapped } from "./test-config.ts";
import { workNotification } from "./work-notification.ts";

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

const to = { subjectKind: "userid", subject: "user-lin" };
const alert: Message = { kind: "care-alert", department: "软件学院", count: 2, at: "11-22 12:00" };
const delivered: Message = {
  kind: "order-delivered",
  shop: "一食堂",
  orderNo: "A1024",
  place: "3 号楼",
  at: "12:41",
};
const send = (message: Message, page = "/pages/care/index?d=1") =>
  createDingtalkMessenger(testConfig(host.url), deps).send({ to, message, page, firstTriedAt: clock.now() });
const sentBody = () => JSON.parse(host.received.at(-1)?.body ?? "{}");

describe("work notifications", () => {
  it("are action cards that open our own page", async () => {
    playDingtalk(host, () => json({ errcode: 0, errmsg: "ok", task_id: 256271667526, request_id: "r" }));
    expect(await send(alert)).toEqual({ ok: true, value: { receipt: "256271667526" } });
    expect(sentBody()).toEqual({
      agent_id: 1000001,
      userid_list: "user-lin",
      msg: {
        msgtype: "action_card",
        action_card: {
          title: "关怀提醒 · Care alert",
          markdown: [
            "### 关怀提醒 · Care alert",
            "**院系 Department**：软件学院",
            "**待关注人数 Students**：2",
            "**时间 Time**：11-22 12:00",
            "**发送 Sent**：2025-11-22 12:00:00",
          ].join("\n\n"),
          single_title: "查看名单 View list",
          single_url: "eapp://pages/care/index?d=1",
        },
      },
    });
    expect(await send(delivered)).toMatchObject({ ok: true });
    expect(sentBody().msg.action_card.markdown).toContain("**订单号 Order**：A1024");
  });

  it.each([
    ["60121", json({ errcode: 60121, errmsg: "x" }), "notDeliverable"],
    ["50002", json({ errcode: 50002, errmsg: "x" }), "notDeliverable"],
    ["60011 wrapped", wrapped("60011"), "messageRefused"],
    ["400002", json({ errcode: 400002, errmsg: "x" }), "messageRefused"],
    ["token refused for good", wrapped("40014"), "messageRefused"],
    ["-1", json({ errcode: -1, errmsg: "x" }), "hostBusy"],
    ["ban", json({ status: 1111, punish: "deny" }), "hostBusy"],
    ["502", { status: 502 }, "sendUnknown"],
    ["cut", "cut", "sendUnknown"],
  ] as [string, Reply, string][])("%s", async (_name, reply, kind) => {
    playDingtalk(host, () => reply);
    expect(await send(alert)).toMatchObject({ error: { kind } });
  });

  it("need a userid, and a token", async () => {
    const messenger = createDingtalkMessenger(testConfig(host.url), deps);
    const stranger = { subjectKind: "openid", subject: "x" };
    expect(
      await messenger.send({ to: stranger, message: alert, page: "p", firstTriedAt: noon }),
    ).toMatchObject({
      error: { kind: "messageRefused", code: "SUBJECT_NOT_USERID" },
    });
    host.reply = () => "cut";
    expect(await send(alert)).toMatchObject({ error: { kind: "hostBusy" } });
  });
});

describe("the text", () => {
  const value = fc.string({ unit: "binary", maxLength: 200 });

  it("stays below 2048 bytes on one line each, and nothing in it is markup", () => {
    fc.assert(
      fc.property(value, value, value, value, (shop, orderNo, eta, note) => {
        const msg = workNotification(
          { kind: "order-accepted", shop, orderNo, eta, note },
          "/pages/order/detail/index?id=ord_1",
          noon,
        );
        expect(Buffer.byteLength(JSON.stringify(msg))).toBeLessThanOrEqual(2048);
        const lines = msg.action_card.markdown.split("\n\n").slice(1);
        for (const line of lines) {
          expect(line).toMatch(/^\*\*[^*]+\*\*：/u);
          expect(line.replace(/^\*\*[^*]+\*\*：/u, "")).not.toMatch(/[[\]()<>*#_`\p{Cc}]/u);
        }
      }),
    );
  });

  it("differs by order and by time, because equal texts are dropped within a day", () => {
    const text = (message: Message, at: number) => workNotification(message, "p", at).action_card.markdown;
    expect(text(delivered, noon)).not.toBe(text({ ...delivered, orderNo: "A1025" }, noon));
    expect(text(delivered, noon)).not.toBe(text(delivered, noon + 1000));
  });
});

describe("what became of a message", () => {
  it("is read by its receipt", async () => {
    const results = createDingtalkSendResults(testConfig(host.url), deps);
    playDingtalk(host, () =>
      json({
        errcode: 0,
        send_result: {
          read_user_id_list: ["a"],
          unread_user_id_list: ["b"],
          forbidden_list: [
            { code: "143106", count: 1, userid: "c" },
            { code: 143105, count: 1, userid: "d" },
          ],
        },
      }),
    );
    expect(await results.read("256271667526")).toEqual({
      ok: true,
      value: {
        read: ["a"],
        unread: ["b"],
        failed: [],
        invalid: [],
        forbidden: [
          { userid: "c", code: "143106" },
          { userid: "d", code: "143105" },
        ],
      },
    });
    expect(sentBody()).toEqual({ agent_id: 1000001, task_id: 256271667526 });
    playDingtalk(host, () => json({ errcode: 33023, errmsg: "x" }));
    expect(await results.read("1")).toMatchObject({ error: { kind: "refused", code: "33023" } });
  });
});
