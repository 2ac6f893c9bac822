import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultFaults } from "../faults.ts";
import { type DingtalkBench, startDingtalk } from "../testing/dingtalk-app.ts";

let app: DingtalkBench;
beforeAll(async () => {
  app = await startDingtalk();
});
afterAll(() => app.bench.sandbox.close());
afterEach(() => app.bench.fault(defaultFaults()));

describe("access tokens", () => {
  it("of the new family stay the same, are renewed, and end", async () => {
    const first = await app.tokenText();
    app.clock.advance(7_000_000);
    expect(await app.tokenText()).toBe(first);
    app.clock.advance(7_000_000);
    expect(await app.tokenText()).toBe(first);
    app.clock.advance(7_200_000);
    expect(
      (await app.bench.call(`/dingtalk-oapi/topapi/v2/user/get?access_token=${first}`, {})).json,
    ).toMatchObject({ errcode: 88, sub_code: "40014" });
    expect(await app.tokenText()).not.toBe(first);
  });

  it("are refused in the style of each family", async () => {
    const wrong = await app.apiToken({ appSecret: "x" });
    expect(wrong.status).toBe(400);
    expect(wrong.json).toMatchObject({ code: "invalidClientIdOrSecret", requestid: expect.any(String) });
    const legacy = async (query: Record<string, string>) =>
      (await app.bench.call(`/dingtalk-oapi/gettoken?${new URLSearchParams(query)}`)).json;
    expect(await legacy({})).toMatchObject({ errcode: 40035 });
    expect(await legacy({ appkey: app.bench.env.DINGTALK_APP_KEY, appsecret: "x" })).toMatchObject({
      errcode: 40096,
    });
    expect(
      await legacy({ appkey: app.bench.env.DINGTALK_APP_KEY, appsecret: app.bench.env.DINGTALK_APP_SECRET }),
    ).toMatchObject({ errcode: 0, expires_in: 7_200 });
  });

  it("are missing when they stand in the wrong place", async () => {
    const token = await app.tokenText();
    const get = (path: string, init: RequestInit) =>
      fetch(`${app.bench.sandbox.url}${path}`, init).then(async (reply) => ({
        status: reply.status,
        json: (await reply.json()) as Record<string, unknown>,
      }));
    const header = { "x-acs-dingtalk-access-token": token };
    const oapiByHeader = await get("/dingtalk-oapi/topapi/v2/user/get", { method: "POST", headers: header });
    expect(oapiByHeader).toMatchObject({ status: 200, json: { errcode: 88, sub_code: "40000" } });
    const byForm = await get("/dingtalk-oapi/topapi/v2/user/get", {
      method: "POST",
      body: new URLSearchParams({ access_token: token, userid: app.userid("wang") }),
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
    await app.bench.fault({ dingtalkApiTokenOnOapi: false });
    expect(await app.oapi("/topapi/v2/user/get", { userid: app.userid("wang") })).toMatchObject({
      errcode: 88,
      sub_code: "40014",
    });
  });
});

describe("login", () => {
  it("gives the person behind the code, once and for five minutes", async () => {
    const { json } = await app.authCode("wang");
    const info = await app.oapi("/topapi/v2/user/getuserinfo", { code: json.authCode });
    expect(info).toMatchObject({
      errcode: 0,
      result: { userid: app.userid("wang"), name: "王老师", unionid: expect.any(String), sys: false },
    });
    expect(await app.oapi("/topapi/v2/user/getuserinfo", { code: json.authCode })).toMatchObject({
      errcode: 40078,
    });
    expect(await app.oapi("/topapi/v2/user/getuserinfo", { code: "x" })).toMatchObject({ errcode: 40078 });
    const old = (await app.authCode("wang")).json.authCode;
    app.clock.advance(5 * 60_000);
    expect(await app.oapi("/topapi/v2/user/getuserinfo", { code: old })).toMatchObject({ errcode: 40078 });
  });

  it("is for people of this corporation only", async () => {
    expect(await app.authCode("stranger")).toMatchObject({ status: 400, json: { error: 3 } });
    expect(await app.authCode("wang", "dingother")).toMatchObject({ status: 400, json: { error: 1_002 } });
  });
});

describe("contacts", () => {
  it("tell departments level by level and their direct members", async () => {
    const names = async (body: Record<string, unknown>) =>
      ((await app.oapi("/topapi/v2/department/listsub", body)).result as { name: string }[]).map(
        ({ name }) => name,
      );
    expect(await names({})).toEqual(["信息学院", "文学院"]);
    expect(await names({ dept_id: 10 })).toEqual(["计算机系"]);
    expect(await app.oapi("/topapi/v2/department/listsub", { dept_id: 99 })).toMatchObject({
      errcode: 60003,
    });
    expect(await app.oapi("/topapi/user/listid", { dept_id: 10 })).toMatchObject({
      result: { userid_list: [app.userid("wang")] },
    });
  });

  it("come in pages of at most 100", async () => {
    const one = (await app.oapi("/topapi/v2/user/list", { dept_id: 20, cursor: 0, size: 100 })).result as {
      has_more: boolean;
      next_cursor: number;
      list: unknown[];
    };
    expect([one.has_more, one.next_cursor, one.list.length]).toEqual([true, 100, 100]);
    const two = (await app.oapi("/topapi/v2/user/list", { dept_id: 20, cursor: one.next_cursor, size: 100 }))
      .result as typeof one;
    expect([two.has_more, two.list.length]).toEqual([false, 4]);
    expect(await app.oapi("/topapi/v2/user/list", { dept_id: 20, cursor: 0, size: 101 })).toMatchObject({
      errcode: 400002,
    });
    expect(await app.oapi("/topapi/v2/user/list", { dept_id: 20, size: 10 })).toMatchObject({
      errcode: 400002,
    });
  });

  it("tell one person, with the mobile number where it is permitted", async () => {
    const wang = () => app.oapi("/topapi/v2/user/get", { userid: app.userid("wang") });
    expect(await wang()).toMatchObject({
      result: { name: "王老师", title: "辅导员", mobile: "13900000001", dept_id_list: [10] },
    });
    await app.bench.fault({ dingtalkMobile: false });
    expect((await wang()).result).not.toHaveProperty("mobile");
    expect(await app.oapi("/topapi/v2/user/get", { userid: "0" })).toMatchObject({ errcode: 60121 });
    expect(await app.oapi("/topapi/v2/user/get", {})).toMatchObject({ errcode: 33012 });
    await app.bench.fault({ dingtalkPermission: "plain" });
    expect(await wang()).toMatchObject({ errcode: 60011 });
    await app.bench.fault({ dingtalkPermission: "wrapped" });
    expect(await wang()).toMatchObject({ errcode: 88, sub_code: "60011" });
  });

  it("are replaced as a whole or not at all", async () => {
    const wrong = await app.bench.call(
      "/device/dingtalk/directory",
      { departments: [], users: [{ person: "x", name: "X", deptIds: [77] }] },
      "PUT",
    );
    expect(wrong.status).toBe(400);
    expect((await app.oapi("/topapi/user/listid", { dept_id: 10 })).errcode).toBe(0);
    expect((await app.bench.call("/device/dingtalk/directory", { users: [] }, "PUT")).status).toBe(400);
    expect(
      (
        await app.bench.call(
          "/device/dingtalk/directory",
          { departments: [{ deptId: "1" }], users: [] },
          "PUT",
        )
      ).status,
    ).toBe(400);
  });
});

describe("faults of the whole platform", () => {
  it("ban the caller with a body that has no errcode", async () => {
    await app.bench.fault({ dingtalkBanned: true });
    for (const path of ["/dingtalk-oapi/gettoken", "/dingtalk-api/v1.0/oauth2/accessToken"]) {
      const { json } = await app.bench.call(path, {});
      expect(json).toMatchObject({ status: 1111, punish: "deny" });
      expect(json).not.toHaveProperty("errcode");
    }
  });

  it("are busy in the style of each family", async () => {
    const token = await app.tokenText();
    await app.bench.fault({ dingtalkBusy: true });
    expect(
      (await app.bench.call(`/dingtalk-oapi/topapi/v2/user/get?access_token=${token}`, {})).json,
    ).toMatchObject({ errcode: -1 });
    expect((await app.apiToken()).status).toBe(503);
  });

  it("answer 22 for an unknown path", async () => {
    expect(await app.oapi("/topapi/nothing")).toMatchObject({ errcode: 22 });
  });
});
