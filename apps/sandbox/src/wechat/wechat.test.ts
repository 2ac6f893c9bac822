import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultFaults } from "../faults.ts";
import { type Bench, movableClock, startBench } from "../testing/bench.ts";
import { wechatLogin } from "../testing/wechat-merchant.ts";

const clock = movableClock();
const minute = 60_000;
let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ clock });
});
afterAll(() => bench.sandbox.close());
afterEach(() => bench.fault(defaultFaults()));

const device = async (path: string, more: Record<string, unknown> = {}) =>
  (await bench.call(`/device/wechat/${path}`, { appId: bench.env.WECHAT_APP_ID, person: "lin", ...more }))
    .json;
const newCode = async (person = "lin") => String((await device("login", { person })).code);

async function session(code: string, more: Record<string, string> = {}) {
  const query = new URLSearchParams({
    appid: bench.env.WECHAT_APP_ID,
    secret: bench.env.WECHAT_APP_SECRET,
    js_code: code,
    grant_type: "authorization_code",
    ...more,
  });
  return (await bench.call(`/wechat/sns/jscode2session?${query}`)).json;
}

async function stableToken(more: Record<string, unknown> = {}) {
  const app = {
    grant_type: "client_credential",
    appid: bench.env.WECHAT_APP_ID,
    secret: bench.env.WECHAT_APP_SECRET,
  };
  return (await bench.call("/wechat/cgi-bin/stable_token", { ...app, ...more })).json;
}
const tokenText = async () => String((await stableToken()).access_token);

describe("login", () => {
  it("gives the same ids for the same person and others for another", async () => {
    const first = await session(await newCode());
    expect(first).toMatchObject({
      openid: expect.stringMatching(/^o[\w-]{27}$/),
      session_key: expect.any(String),
      unionid: expect.any(String),
    });
    expect((await session(await newCode())).openid).toBe(first.openid);
    expect((await session(await newCode("mei"))).openid).not.toBe(first.openid);
  });

  it("takes a code once: 40163 for a used one, 40029 for one that is unknown or old", async () => {
    const code = await newCode();
    await session(code);
    expect(await session(code)).toMatchObject({ errcode: 40163, errmsg: expect.stringMatching(/rid: /) });
    expect(await session("nonsense")).toMatchObject({ errcode: 40029 });
    const old = await newCode();
    clock.advance(5 * minute);
    expect(await session(old)).toMatchObject({ errcode: 40029 });
  });

  it.each([
    [{ appid: "wxother" }, 40013],
    [{ secret: "wrong" }, 40125],
    [{ grant_type: "x" }, 40002],
    [{ appid: "" }, 41002],
    [{ secret: "" }, 41004],
  ])("refuses %j", async (more, errcode) => {
    expect(await session(await newCode(), more as Record<string, string>)).toMatchObject({ errcode });
  });

  it.each([
    ["busy", -1],
    ["limited", 45011],
    ["blocked", 40226],
  ])("answers the switch %s", async (wechatLogin, errcode) => {
    await bench.fault({ wechatLogin });
    const code = await newCode();
    expect(await session(code)).toMatchObject({ errcode });
    await bench.fault({ wechatLogin: "ok" });
    expect(await session(code)).toHaveProperty("openid");
  });

  it("leaves the unionid out for an app without an Open Platform account", async () => {
    await bench.fault({ wechatUnionid: false });
    expect(await session(await newCode())).not.toHaveProperty("unionid");
  });

  it("refuses another app's phone", async () => {
    expect((await bench.call("/device/wechat/login", { appId: "wxother", person: "lin" })).status).toBe(400);
    expect(
      (await bench.call("/device/wechat/login", { appId: bench.env.WECHAT_APP_ID, person: "" })).status,
    ).toBe(400);
  });
});

describe("access tokens", () => {
  const send = async (token: string) =>
    (await bench.call(`/wechat/wxa/business/getuserphonenumber?access_token=${token}`, { code: "x" })).json;

  it("are the same while they live, and two work in the last five minutes", async () => {
    const first = await stableToken();
    clock.advance(10 * minute);
    const again = await stableToken();
    expect(again.access_token).toBe(first.access_token);
    expect(Number(again.expires_in)).toBeLessThanOrEqual(Number(first.expires_in) - 590);
    clock.advance(106 * minute);
    const next = await stableToken();
    expect(next.access_token).not.toBe(first.access_token);
    expect(await send(String(first.access_token))).toMatchObject({ errcode: 40029 });
    expect(await send(String(next.access_token))).toMatchObject({ errcode: 40029 });
    clock.advance(5 * minute);
    expect(await send(String(first.access_token))).toMatchObject({ errcode: 42001 });
  });

  it("end at once by force_refresh, 30 s apart and 20 times a day", async () => {
    clock.advance(24 * 60 * minute);
    const old = await tokenText();
    const fresh = await stableToken({ force_refresh: true });
    expect(fresh.access_token).not.toBe(old);
    expect(await send(old)).toMatchObject({ errcode: 40001 });
    await bench.fault({ wechatBadToken: "40014" });
    expect(await send(old)).toMatchObject({ errcode: 40014 });
    expect(await stableToken({ force_refresh: true })).toMatchObject({ errcode: 45011 });
    for (let times = 1; times < 20; times += 1) {
      clock.advance(30_000);
      expect(await stableToken({ force_refresh: true })).toHaveProperty("access_token");
    }
    clock.advance(30_000);
    expect(await stableToken({ force_refresh: true })).toMatchObject({ errcode: 45009 });
  });

  it("of the legacy kind are new each time and do not disturb the stable one", async () => {
    const stable = await tokenText();
    const query = new URLSearchParams({
      grant_type: "client_credential",
      appid: bench.env.WECHAT_APP_ID,
      secret: bench.env.WECHAT_APP_SECRET,
    });
    const legacy = async () => String((await bench.call(`/wechat/cgi-bin/token?${query}`)).json.access_token);
    const [one, two] = [await legacy(), await legacy()];
    expect(one).not.toBe(two);
    expect(await send(one)).toMatchObject({ errcode: 40001 });
    expect(await send(two)).toMatchObject({ errcode: 40029 });
    expect(await send(stable)).toMatchObject({ errcode: 40029 });
  });

  it("are refused to strangers, without a token, and by GET", async () => {
    expect(await stableToken({ secret: "wrong" })).toMatchObject({ errcode: 40125 });
    expect(await stableToken({ appid: "wxother" })).toMatchObject({ errcode: 40013 });
    expect(await stableToken({ grant_type: "x" })).toMatchObject({ errcode: 40002 });
    expect(await send("")).toMatchObject({ errcode: 41001 });
    expect(await send("nonsense")).toMatchObject({ errcode: 40001 });
    expect((await bench.call("/wechat/cgi-bin/stable_token")).json).toMatchObject({ errcode: 43002 });
    expect((await bench.call("/wechat/cgi-bin/nothing")).json).toMatchObject({ errcode: 40066 });
  });
});

describe("phone number", () => {
  it("is told for a phone code, once, and not for a login code", async () => {
    const token = await tokenText();
    const ask = async (body: Record<string, unknown>) =>
      (await bench.call(`/wechat/wxa/business/getuserphonenumber?access_token=${token}`, body)).json;
    const code = (await device("phone-code")).code;
    expect(await ask({ code })).toMatchObject({
      errcode: 0,
      phone_info: {
        purePhoneNumber: expect.stringMatching(/^139\d{8}$/),
        countryCode: "86",
        watermark: { appid: bench.env.WECHAT_APP_ID },
      },
    });
    expect(await ask({ code })).toMatchObject({ errcode: 40163 });
    expect(await ask({ code: await newCode() })).toMatchObject({ errcode: 40029 });
    expect(await session(String((await device("phone-code")).code))).toMatchObject({ errcode: 40029 });
    const others = (await device("phone-code", { person: "mei" })).code;
    expect(await ask({ code: others, openid: await wechatLogin(bench, "lin") })).toMatchObject({
      errcode: 40029,
    });
  });
});

describe("subscribe messages", () => {
  const data = {
    thing1: { value: "川味小炒" },
    character_string2: { value: "A1024" },
    time3: { value: "12:35" },
    thing4: { value: "少辣" },
  };
  const send = async (more: Record<string, unknown> = {}) => {
    const body = {
      touser: await wechatLogin(bench, "hua"),
      template_id: "tmpl-order-accepted",
      page: "pages/track/order/index?id=1",
      data,
      ...more,
    };
    return (
      await bench.call(`/wechat/cgi-bin/message/subscribe/send?access_token=${await tokenText()}`, body)
    ).json;
  };
  const subscribe = (more: Record<string, unknown> = {}) =>
    device("subscribe", { person: "hua", tmplIds: ["tmpl-order-accepted"], ...more });

  it("need one consent each", async () => {
    expect(await send()).toMatchObject({ errcode: 43101 });
    expect(await subscribe({ answer: "reject" })).toEqual({
      errMsg: "requestSubscribeMessage:ok",
      "tmpl-order-accepted": "reject",
    });
    expect(await send()).toMatchObject({ errcode: 43101 });
    expect(await subscribe()).toEqual({
      errMsg: "requestSubscribeMessage:ok",
      "tmpl-order-accepted": "accept",
    });
    await subscribe();
    expect(await send()).toMatchObject({ errcode: 0 });
    expect(await send()).toMatchObject({ errcode: 0 });
    expect(await send()).toMatchObject({ errcode: 43101 });
    const { list } = (await bench.call("/device/messages?host=weapp&person=hua")).json as { list: unknown[] };
    expect(list).toHaveLength(2);
    expect(list[0]).toMatchObject({
      host: "weapp",
      person: "hua",
      title: "商家接单通知",
      templateId: "tmpl-order-accepted",
      page: "pages/track/order/index?id=1",
      lines: [
        { label: "商家名称", value: "川味小炒" },
        { label: "订单编号" },
        { label: "预计送达" },
        { label: "备注", value: "少辣" },
      ],
    });
  });

  it("name the field that is wrong, and keep the consent", async () => {
    await subscribe();
    const wrong = [
      ["thing1", "一二三四五六七八九十一二三四五六七八九十一"],
      ["thing1", ""],
      ["thing4", "两行\n备注"],
      ["character_string2", "订单一"],
      ["time3", "半小时后"],
    ] as const;
    for (const [key, value] of wrong) {
      expect(await send({ data: { ...data, [key]: { value } } })).toMatchObject({
        errcode: 47003,
        errmsg: expect.stringContaining(`data.${key}.value`),
      });
    }
    expect(await send({ data: { ...data, time3: undefined } })).toMatchObject({
      errcode: 47003,
      errmsg: expect.stringContaining("data.time3"),
    });
    expect(await send()).toMatchObject({ errcode: 0 });
  });

  it("refuse unknown people, templates and pages", async () => {
    expect(await send({ touser: "nobody" })).toMatchObject({ errcode: 40003 });
    expect(await send({ template_id: "tmpl-x" })).toMatchObject({ errcode: 40037 });
    expect(await send({ page: "https://example.com" })).toMatchObject({ errcode: 41030 });
    expect(await send({ lang: "xx" })).toMatchObject({ errcode: 47003 });
    expect(await send({ miniprogram_state: "x" })).toMatchObject({ errcode: 47003 });
  });

  it.each([
    ["down", -1],
    ["banned", 43107],
    ["limited", 45009],
    ["sensitive", 45168],
  ])("answer the switch %s", async (wechatMessages, errcode) => {
    await bench.fault({ wechatMessages });
    expect(await send()).toMatchObject({ errcode });
  });

  it("are asked for at most five at a time, and only for known templates", async () => {
    expect(await subscribe({ tmplIds: [] })).toMatchObject({ errCode: 10001 });
    expect(await subscribe({ tmplIds: ["a", "b", "c", "d", "e", "f"] })).toMatchObject({ errCode: 20003 });
    expect(await subscribe({ tmplIds: ["tmpl-x"] })).toMatchObject({ errCode: 20001 });
  });
});
