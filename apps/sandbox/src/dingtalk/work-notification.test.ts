import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultFaults } from "../faults.ts";
import { type DingtalkBench, startDingtalk } from "../testing/dingtalk-app.ts";

let app: DingtalkBench;
beforeAll(async () => {
  app = await startDingtalk();
});
afterAll(() => app.bench.sandbox.close());
afterEach(() => app.bench.fault(defaultFaults()));

describe("work notifications", () => {
  let texts = 0;
  const text = (content = `提醒 ${++texts}`) => ({ msgtype: "text", text: { content } });
  const send = (body: Record<string, unknown>) =>
    app.oapi("/topapi/message/corpconversation/asyncsend_v2", {
      agent_id: Number(app.bench.env.DINGTALK_AGENT_ID),
      userid_list: app.userid("wang"),
      ...body,
    });
  const result = async (task_id: unknown) =>
    app.oapi("/topapi/message/corpconversation/getsendresult", {
      agent_id: Number(app.bench.env.DINGTALK_AGENT_ID),
      task_id,
    });
  const inbox = async (person: string) =>
    (
      (await app.bench.call(`/device/messages?host=dd&person=${person}`)).json as {
        list: { title: string; lines: unknown[]; page: string }[];
      }
    ).list;

  it("reach people and departments", async () => {
    const msg = {
      msgtype: "oa",
      oa: {
        message_url: "eapp://pages/counselor/alerts/index",
        head: { bgcolor: "FF0F7FC9", text: "三栖" },
        body: { title: "关怀提醒", form: [{ key: "人数", value: "2" }] },
      },
    };
    const sent = await send({ userid_list: `${app.userid("wang")},nobody`, dept_id_list: "11,99", msg });
    expect(sent).toMatchObject({ errcode: 0, task_id: expect.any(Number) });
    expect((await inbox("wang"))[0]).toMatchObject({
      title: "关怀提醒",
      lines: [{ label: "人数", value: "2" }],
      page: "eapp://pages/counselor/alerts/index",
    });
    expect(await inbox("lin")).toHaveLength(1);
    expect(await result(sent.task_id)).toMatchObject({
      send_result: {
        invalid_user_id_list: ["nobody"],
        invalid_dept_id_list: [99],
        unread_user_id_list: [app.userid("wang"), app.userid("lin")],
        forbidden_list: [],
      },
    });
    expect(
      await app.oapi("/topapi/message/corpconversation/getsendprogress", {
        agent_id: app.bench.env.DINGTALK_AGENT_ID,
        task_id: sent.task_id,
      }),
    ).toMatchObject({ progress: { status: 2, progress_in_percent: 100 } });
  });

  it("of the same content are dropped silently until the next day", async () => {
    const msg = text();
    const before = (await inbox("wang")).length;
    await send({ msg });
    const again = await send({ msg });
    expect(again).toMatchObject({ errcode: 0 });
    expect(await inbox("wang")).toHaveLength(before + 1);
    expect(await result(again.task_id)).toMatchObject({
      send_result: {
        forbidden_user_id_list: [app.userid("wang")],
        forbidden_list: [{ code: "143106", count: 1 }],
      },
    });
    app.clock.advance(86_400_000);
    await send({ msg });
    expect(await inbox("wang")).toHaveLength(before + 2);
    expect(await result(again.task_id)).toMatchObject({ errcode: 400002 });
  });

  it("over the person's daily number are dropped silently", async () => {
    app.clock.advance(86_400_000);
    await app.bench.fault({ dingtalkDailyPerPerson: 2 });
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push((await send({ msg: text() })).task_id);
    expect(await result(ids[2])).toMatchObject({
      send_result: { forbidden_list: [{ code: "143105", userid: app.userid("wang") }] },
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ["another agent", { agent_id: 1, msg: text("a") }],
    ["no recipient", { userid_list: "", msg: text("b") }],
    [
      "more than 100 people",
      { userid_list: Array.from({ length: 101 }, (_, n) => n).join(","), msg: text("c") },
    ],
    [
      "more than 20 departments",
      { dept_id_list: Array.from({ length: 21 }, (_, n) => n).join(","), msg: text("d") },
    ],
    ["more than 2048 bytes", { msg: text("长".repeat(700)) }],
    ["no message", {}],
    ["an unknown type", { msg: { msgtype: "x", x: {} } }],
    ["a type without its part", { msg: { msgtype: "markdown" } }],
    ["an empty text", { msg: { msgtype: "text", text: { content: "" } } }],
    [
      "an oa with seven fields",
      {
        msg: {
          msgtype: "oa",
          oa: {
            head: { bgcolor: "FF000000" },
            body: { title: "t", form: Array(7).fill({ key: "k", value: "v" }) },
          },
        },
      },
    ],
    [
      "a card without a link",
      { msg: { msgtype: "action_card", action_card: { title: "t", markdown: "m" } } },
    ],
  ])("are refused with %s", async (_name, body) => {
    expect(await send(body)).toMatchObject({ errcode: 400002 });
  });

  it("may be sent as a form, and as markdown, card or link", async () => {
    const form = new URLSearchParams({
      access_token: await app.tokenText(),
      agent_id: app.bench.env.DINGTALK_AGENT_ID,
      userid_list: app.userid("lin"),
      msg: JSON.stringify({
        msgtype: "action_card",
        action_card: { title: "卡片", markdown: "**文**", single_title: "看", single_url: "eapp://pages/x" },
      }),
    });
    const reply = await fetch(
      `${app.bench.sandbox.url}/dingtalk-oapi/topapi/message/corpconversation/asyncsend_v2`,
      { method: "POST", body: form },
    );
    expect(await reply.json()).toMatchObject({ errcode: 0 });
    expect((await inbox("lin"))[0]).toMatchObject({ title: "卡片", page: "eapp://pages/x" });
    for (const msg of [
      { msgtype: "markdown", markdown: { title: "标题", text: "文字" } },
      { msgtype: "link", link: { title: "标题", text: "文字", messageUrl: "https://example.com" } },
    ]) {
      expect(await send({ userid_list: app.userid("lin"), msg })).toMatchObject({ errcode: 0 });
    }
  });
});
