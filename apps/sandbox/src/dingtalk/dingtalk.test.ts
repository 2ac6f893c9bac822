import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultFaults } from "../faults.ts";
import { dingtalkUserIdOf } from "../people/identity.ts";
import { type Bench, movableClock, startBench } from "../testing/bench.ts";

const clock = movableClock();
let bench: Bench;
const userid = (person: string) => dingtalkUserIdOf(bench.env.DINGTALK_CORP_ID, person);
const directory = {
  departments: [
    { deptId: 10, name: "信息学院", parentId: 1 },
    { deptId: 11, name: "计算机系", parentId: 10 },
    { deptId: 20, name: "文学院", parentId: 1 },
  ],
  users: [
    { person: "wang", name: "王老师", deptIds: [10], title: "辅导员", mobile: "13900000001" },
    { person: "lin", name: "林同学", deptIds: [11] },
    ...Array.from({ length: 104 }, (_, index) => ({
      person: `s${index}`,
      name: `学生${index}`,
      deptIds: [20],
    })),
  ],
};

beforeAll(async () => {
  bench = await startBench({ clock });
  await bench.call("/device/dingtalk/directory", directory, "PUT");
});
afterAll(() => bench.sandbox.close());
afterEach(() => bench.fault(defaultFaults()));

const apiToken = async (more: Record<string, unknown> = {}) =>
  bench.call("/dingtalk-api/v1.0/oauth2/accessToken", {
    appKey: bench.env.DINGTALK_APP_KEY,
    appSecret: bench.env.DINGTALK_APP_SECRET,
    ...more,
  });
const tokenText = async () => String((await apiToken()).json.accessToken);
const oapi = async (path: string, body: Record<string, unknown> = {}) =>
  (await bench.call(`/dingtalk-oapi${path}?access_token=${await tokenText()}`, body)).json;
const authCode = (person: string, corpId = bench.env.DINGTALK_CORP_ID) =>
  bench.call("/device/dingtalk/auth-code", { corpId, person });

describe("access tokens", () => {
  it("of the new family stay the same, are renewed, and end", async () => {
    const first = await tokenText();
    clock.advance(7_000_000);
    expect(await tokenText()).toBe(first);
    clock.advance(7_000_000);
    expect(await tokenText()).toBe(first);
    clock.advance(7_200_000);
    expect(
      (await bench.call(`/dingtalk-oapi/topapi/v2/user/get?access_token=${first}`, {})).json,
    ).toMatchObject({ errcode: 88, sub_code: "40014" });
    expect(await tokenText()).not.toBe(first);
  });

  it("are refused in the style of each family", async () => {
    const wrong = await apiToken({ appSecret: "x" });
    expect(wrong.status).toBe(400);
    expect(wrong.json).toMatchObject({ code: "invalidClientIdOrSecret", requestid: expect.any(String) });
    const legacy = async (query: Record<string, string>) =>
      (await bench.call(`/dingtalk-oapi/gettoken?${new URLSearchParams(query)}`)).json;
    expect(await legacy({})).toMatchObject({ errcode: 40035 });
    expect(await legacy({ appkey: bench.env.DINGTALK_APP_KEY, appsecret: "x" })).toMatchObject({
      errcode: 40096,
    });
    expect(
      await legacy({ appkey: bench.env.DINGTALK_APP_KEY, appsecret: bench.env.DINGTALK_APP_SECRET }),
    ).toMatchObject({ errcode: 0, expires_in: 7_200 });
  });

  it("are missing when they stand in the wrong place", async () => {
    const token = await tokenText();
    const get = (path: string, init: RequestInit) =>
      fetch(`${bench.sandbox.url}${path}`, init).then(async (reply) => ({
        status: reply.status,
        json: (await reply.json()) as Record<string, unknown>,
      }));
    const header = { "x-acs-dingtalk-access-token": token };
    const oapiByHeader = await get("/dingtalk-oapi/topapi/v2/user/get", { method: "POST", headers: header });
    expect(oapiByHeader).toMatchObject({ status: 200, json: { errcode: 88, sub_code: "40000" } });
    const byForm = await get("/dingtalk-oapi/topapi/v2/user/get", {
      method: "POST",
      body: new URLSearchParams({ access_token: token, userid: userid("wang") }),
    });
    expect(byForm.json).toMatchObject({ errcode: 0 });
    const apiByQuery = await get(`/dingtalk-api/v1.0/todo?access_token=${token}`, {});
    expect(apiByQuery).toMatchObject({
      status: 400,
      json: { code: "AuthenticationFailed.MissingParameter" },
    });
    const bad = await get("/dingtalk-api/v1.0/todo", { headers: { "x-acs-dingtalk-access-token": "x" } });
    expect(bad).toMatchObject({ status: 400, json: { code: "InvalidAuthentication" } });
    expect((await get("/dingtalk-api/v1.0/todo", { headers: header })).status).toBe(404);
  });

  it("of the new family work on the old one only where the switch says so", async () => {
    await bench.fault({ dingtalkApiTokenOnOapi: false });
    expect(await oapi("/topapi/v2/user/get", { userid: userid("wang") })).toMatchObject({
      errcode: 88,
      sub_code: "40014",
    });
  });
});

describe("login", () => {
  it("gives the person behind the code, once and for five minutes", async () => {
    const { json } = await authCode("wang");
    const info = await oapi("/topapi/v2/user/getuserinfo", { code: json.authCode });
    expect(info).toMatchObject({
      errcode: 0,
      result: { userid: userid("wang"), name: "王老师", unionid: expect.any(String), sys: false },
    });
    expect(await oapi("/topapi/v2/user/getuserinfo", { code: json.authCode })).toMatchObject({
      errcode: 40078,
    });
    expect(await oapi("/topapi/v2/user/getuserinfo", { code: "x" })).toMatchObject({ errcode: 40078 });
    const old = (await authCode("wang")).json.authCode;
    clock.advance(5 * 60_000);
    expect(await oapi("/topapi/v2/user/getuserinfo", { code: old })).toMatchObject({ errcode: 40078 });
  });

  it("is for people of this corporation only", async () => {
    expect(await authCode("stranger")).toMatchObject({ status: 400, json: { error: 3 } });
    expect(await authCode("wang", "dingother")).toMatchObject({ status: 400, json: { error: 1_002 } });
  });
});

describe("contacts", () => {
  it("tell departments level by level and their direct members", async () => {
    const names = async (body: Record<string, unknown>) =>
      ((await oapi("/topapi/v2/department/listsub", body)).result as { name: string }[]).map(
        ({ name }) => name,
      );
    expect(await names({})).toEqual(["信息学院", "文学院"]);
    expect(await names({ dept_id: 10 })).toEqual(["计算机系"]);
    expect(await oapi("/topapi/v2/department/listsub", { dept_id: 99 })).toMatchObject({ errcode: 60003 });
    expect(await oapi("/topapi/user/listid", { dept_id: 10 })).toMatchObject({
      result: { userid_list: [userid("wang")] },
    });
  });

  it("come in pages of at most 100", async () => {
    const one = (await oapi("/topapi/v2/user/list", { dept_id: 20, cursor: 0, size: 100 })).result as {
      has_more: boolean;
      next_cursor: number;
      list: unknown[];
    };
    expect([one.has_more, one.next_cursor, one.list.length]).toEqual([true, 100, 100]);
    const two = (await oapi("/topapi/v2/user/list", { dept_id: 20, cursor: one.next_cursor, size: 100 }))
      .result as typeof one;
    expect([two.has_more, two.list.length]).toEqual([false, 4]);
    expect(await oapi("/topapi/v2/user/list", { dept_id: 20, cursor: 0, size: 101 })).toMatchObject({
      errcode: 400002,
    });
    expect(await oapi("/topapi/v2/user/list", { dept_id: 20, size: 10 })).toMatchObject({ errcode: 400002 });
  });

  it("tell one person, with the mobile number where it is permitted", async () => {
    const wang = () => oapi("/topapi/v2/user/get", { userid: userid("wang") });
    expect(await wang()).toMatchObject({
      result: { name: "王老师", title: "辅导员", mobile: "13900000001", dept_id_list: [10] },
    });
    await bench.fault({ dingtalkMobile: false });
    expect((await wang()).result).not.toHaveProperty("mobile");
    expect(await oapi("/topapi/v2/user/get", { userid: "0" })).toMatchObject({ errcode: 60121 });
    expect(await oapi("/topapi/v2/user/get", {})).toMatchObject({ errcode: 33012 });
    await bench.fault({ dingtalkPermission: "plain" });
    expect(await wang()).toMatchObject({ errcode: 60011 });
    await bench.fault({ dingtalkPermission: "wrapped" });
    expect(await wang()).toMatchObject({ errcode: 88, sub_code: "60011" });
  });

  it("are replaced as a whole or not at all", async () => {
    const wrong = await bench.call(
      "/device/dingtalk/directory",
      { departments: [], users: [{ person: "x", name: "X", deptIds: [77] }] },
      "PUT",
    );
    expect(wrong.status).toBe(400);
    expect((await oapi("/topapi/user/listid", { dept_id: 10 })).errcode).toBe(0);
    expect((await bench.call("/device/dingtalk/directory", { users: [] }, "PUT")).status).toBe(400);
    expect(
      (await bench.call("/device/dingtalk/directory", { departments: [{ deptId: "1" }], users: [] }, "PUT"))
        .status,
    ).toBe(400);
  });
});

describe("work notifications", () => {
  let texts = 0;
  const text = (content = `提醒 ${++texts}`) => ({ msgtype: "text", text: { content } });
  const send = (body: Record<string, unknown>) =>
    oapi("/topapi/message/corpconversation/asyncsend_v2", {
      agent_id: Number(bench.env.DINGTALK_AGENT_ID),
      userid_list: userid("wang"),
      ...body,
    });
  const result = async (task_id: unknown) =>
    oapi("/topapi/message/corpconversation/getsendresult", {
      agent_id: Number(bench.env.DINGTALK_AGENT_ID),
      task_id,
    });
  const inbox = async (person: string) =>
    (
      (await bench.call(`/device/messages?host=dd&person=${person}`)).json as {
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
    const sent = await send({ userid_list: `${userid("wang")},nobody`, dept_id_list: "11,99", msg });
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
        unread_user_id_list: [userid("wang"), userid("lin")],
        forbidden_list: [],
      },
    });
    expect(
      await oapi("/topapi/message/corpconversation/getsendprogress", {
        agent_id: bench.env.DINGTALK_AGENT_ID,
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
        forbidden_user_id_list: [userid("wang")],
        forbidden_list: [{ code: "143106", count: 1 }],
      },
    });
    clock.advance(86_400_000);
    await send({ msg });
    expect(await inbox("wang")).toHaveLength(before + 2);
    expect(await result(again.task_id)).toMatchObject({ errcode: 400002 });
  });

  it("over the person's daily number are dropped silently", async () => {
    clock.advance(86_400_000);
    await bench.fault({ dingtalkDailyPerPerson: 2 });
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push((await send({ msg: text() })).task_id);
    expect(await result(ids[2])).toMatchObject({
      send_result: { forbidden_list: [{ code: "143105", userid: userid("wang") }] },
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
      access_token: await tokenText(),
      agent_id: bench.env.DINGTALK_AGENT_ID,
      userid_list: userid("lin"),
      msg: JSON.stringify({
        msgtype: "action_card",
        action_card: { title: "卡片", markdown: "**文**", single_title: "看", single_url: "eapp://pages/x" },
      }),
    });
    const reply = await fetch(
      `${bench.sandbox.url}/dingtalk-oapi/topapi/message/corpconversation/asyncsend_v2`,
      { method: "POST", body: form },
    );
    expect(await reply.json()).toMatchObject({ errcode: 0 });
    expect((await inbox("lin"))[0]).toMatchObject({ title: "卡片", page: "eapp://pages/x" });
    for (const msg of [
      { msgtype: "markdown", markdown: { title: "标题", text: "文字" } },
      { msgtype: "link", link: { title: "标题", text: "文字", messageUrl: "https://example.com" } },
    ]) {
      expect(await send({ userid_list: userid("lin"), msg })).toMatchObject({ errcode: 0 });
    }
  });
});

describe("faults of the whole platform", () => {
  it("ban the caller with a body that has no errcode", async () => {
    await bench.fault({ dingtalkBanned: true });
    for (const path of ["/dingtalk-oapi/gettoken", "/dingtalk-api/v1.0/oauth2/accessToken"]) {
      const { json } = await bench.call(path, {});
      expect(json).toMatchObject({ status: 1111, punish: "deny" });
      expect(json).not.toHaveProperty("errcode");
    }
  });

  it("are busy in the style of each family", async () => {
    const token = await tokenText();
    await bench.fault({ dingtalkBusy: true });
    expect(
      (await bench.call(`/dingtalk-oapi/topapi/v2/user/get?access_token=${token}`, {})).json,
    ).toMatchObject({ errcode: -1 });
    expect((await apiToken()).status).toBe(503);
  });

  it("answer 22 for an unknown path", async () => {
    expect(await oapi("/topapi/nothing")).toMatchObject({ errcode: 22 });
  });
});
