import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { alipayTime } from "../beijing-time.ts";
import { defaultFaults } from "../faults.ts";
import { alipayLogin, alipayMerchant } from "../testing/alipay-merchant.ts";
import { type Bench, movableClock, startBench } from "../testing/bench.ts";

const clock = movableClock();
let bench: Bench;
let merchant: ReturnType<typeof alipayMerchant>;
beforeAll(async () => {
  bench = await startBench({ clock });
  merchant = alipayMerchant(bench);
});
afterAll(() => bench.sandbox.close());
afterEach(() => bench.fault(defaultFaults()));

const query = (params: Record<string, string> = {}, change: Record<string, string> = {}) =>
  merchant.gateway("alipay.trade.query", { biz_content: '{"out_trade_no":"no/thing"}', ...params }, change);

describe("the gateway", () => {
  it("signs the raw text of its answer, also of an error", async () => {
    const reply = await query();
    expect(reply.contentType).toBe("text/html;charset=utf-8");
    expect(reply.key).toBe("alipay_trade_query_response");
    expect(reply.signed).toBe(true);
    expect(reply.value).toMatchObject({
      code: "40004",
      msg: "Business Failed",
      sub_code: "ACQ.TRADE_NOT_EXIST",
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>, string, string]>([
    ["a changed biz_content", {}, { biz_content: '{"out_trade_no":"x"}' }, "40002", "isv.invalid-signature"],
    [
      "a changed common parameter",
      {},
      { notify_url: "http://evil.example" },
      "40002",
      "isv.invalid-signature",
    ],
    [
      "an unknown app before its signature",
      { app_id: "2021" },
      { sign: "AAAA" },
      "40002",
      "isv.invalid-app-id",
    ],
    ["no app", { app_id: "" }, {}, "40001", "isv.missing-app-id"],
    ["no method", { method: "" }, {}, "40001", "isv.missing-method"],
    ["no sign", {}, { sign: "" }, "40001", "isv.missing-signature"],
    ["another sign_type", { sign_type: "RSA" }, {}, "40002", "isv.invalid-signature-type"],
    ["another charset", { charset: "GBK" }, {}, "40002", "isv.invalid-charset"],
    ["another version", { version: "2.0" }, {}, "40002", "isv.invalid-version"],
    ["no timestamp", { timestamp: "" }, {}, "40001", "isv.missing-timestamp"],
    [
      "a timestamp in another form",
      { timestamp: "2026-11-22T12:00:00Z" },
      {},
      "40002",
      "isv.invalid-timestamp",
    ],
    [
      "a timestamp of another zone",
      { timestamp: alipayTime(Date.now() - 8 * 3_600_000) },
      {},
      "40002",
      "isv.invalid-timestamp",
    ],
    ["an unknown method", { method: "alipay.nothing" }, {}, "40002", "isv.invalid-method"],
    ["broken biz_content", { biz_content: "{" }, {}, "40002", "isv.invalid-parameter"],
  ])("refuses %s", async (_name, params, change, code, subCode) => {
    expect((await query(params, change)).value).toMatchObject({ code, sub_code: subCode });
  });

  it("takes the parameters from query and body alike", async () => {
    const all = merchant.signed("alipay.trade.query", { biz_content: '{"out_trade_no":"x"}' });
    const reply = await fetch(bench.env.ALIPAY_GATEWAY, { method: "POST", body: new URLSearchParams(all) });
    expect(await reply.text()).toContain("ACQ.TRADE_NOT_EXIST");
  });

  it("may leave errors unsigned, or under error_response", async () => {
    await bench.fault({ alipayErrorSigned: false, alipayErrorKey: "error_response" });
    const reply = await query();
    expect(reply.key).toBe("error_response");
    expect(reply.signed).toBe(false);
    expect(reply.raw).not.toContain('"sign"');
  });

  it("may escape slashes, in what it sends and signs or only in what it signs", async () => {
    // The masked log-in name of this buyer has a slash in it.
    const { open_id } = await alipayLogin(bench, "a/b");
    await merchant.biz("alipay.trade.create", merchant.order("no_slash", String(open_id)));
    const ask = () => merchant.biz("alipay.trade.query", { out_trade_no: "no_slash" });
    const plain = await ask();
    expect(plain.raw).toContain('"a/b***');
    expect(plain.signed).toBe(true);
    await bench.fault({ alipaySlash: "escaped" });
    const escaped = await ask();
    expect(escaped.raw).toContain('"a\\/b***');
    expect(escaped.signed).toBe(true);
    await bench.fault({ alipaySlash: "signedEscaped" });
    const mixed = await ask();
    expect(mixed.raw).toContain('"a/b***');
    expect(mixed.signed).toBe(false);
  });

  it("answers 20000 while it is down", async () => {
    await bench.fault({ alipayDown: true });
    expect((await query()).value).toMatchObject({ code: "20000", sub_code: "isp.unknow-error" });
  });
});

describe("login", () => {
  const authCode = async (person = "lin") =>
    String(
      (await bench.call("/device/alipay/auth-code", { appId: bench.env.ALIPAY_APP_ID, person })).json
        .authCode,
    );
  const exchange = async (code: string, more: Record<string, string> = {}) =>
    (await merchant.gateway("alipay.system.oauth.token", { grant_type: "authorization_code", code, ...more }))
      .value;

  it("tells open_id, user_id or both, as the app was created", async () => {
    const standard = await exchange(await authCode());
    expect(standard).toMatchObject({
      open_id: expect.any(String),
      access_token: expect.any(String),
      expires_in: expect.any(Number),
    });
    expect(standard).not.toHaveProperty("user_id");
    expect(standard).not.toHaveProperty("code");
    await bench.fault({ alipayIdentity: "user_id", alipayLoginCode: true });
    const old = await exchange(await authCode());
    expect(old).toMatchObject({ code: "10000", user_id: expect.stringMatching(/^2088\d{12}$/) });
    expect(old).not.toHaveProperty("open_id");
    await bench.fault({ alipayIdentity: "both" });
    expect(await exchange(await authCode())).toMatchObject({
      open_id: standard.open_id,
      user_id: old.user_id,
    });
  });

  it("takes a code once and for five minutes", async () => {
    const code = await authCode();
    expect(code.length).toBeLessThanOrEqual(40);
    await exchange(code);
    expect(await exchange(code)).toMatchObject({ code: "40002", sub_code: "isv.code-invalid" });
    expect(await exchange("nonsense")).toMatchObject({ sub_code: "isv.code-invalid" });
    expect(await exchange(await authCode(), { grant_type: "x" })).toMatchObject({
      sub_code: "isv.grant-type-invalid",
    });
    expect(await exchange("x", { grant_type: "refresh_token" })).toMatchObject({
      sub_code: "isv.refresh-token-invalid",
    });
    const old = await authCode();
    clock.advance(5 * 60_000);
    expect(await exchange(old)).toMatchObject({ sub_code: "isv.code-invalid" });
  });
});

describe("template messages", () => {
  const data = (more: Record<string, unknown> = {}) =>
    JSON.stringify({
      keyword1: { value: "川味小炒" },
      keyword2: { value: "A1024" },
      keyword3: { value: "12:35" },
      keyword4: { value: "少辣" },
      ...more,
    });
  const send = async (more: Record<string, unknown> = {}) => {
    const { open_id } = await alipayLogin(bench, "hua");
    const biz = {
      to_open_id: open_id,
      user_template_id: "tmpl-order-accepted",
      page: "pages/track/order/index?id=1",
      data: data(),
      ...more,
    };
    return (await merchant.biz("alipay.open.app.mini.templatemessage.send", biz)).value;
  };
  const subscribe = async (more: Record<string, unknown> = {}) =>
    (
      await bench.call("/device/alipay/subscribe", {
        appId: bench.env.ALIPAY_APP_ID,
        person: "hua",
        entityIds: ["tmpl-order-accepted"],
        ...more,
      })
    ).json;

  it("need one consent each, and consents add up", async () => {
    expect(await send()).toMatchObject({ code: "40004", sub_code: defaultFaults().alipayNoConsent });
    expect(await subscribe({ answer: "reject" })).toMatchObject({
      behavior: "cancel",
      "tmpl-order-accepted": "reject",
    });
    expect(await subscribe()).toMatchObject({
      behavior: "subscribe",
      "tmpl-order-accepted": "accept",
      result: { subscribedEntityIds: ["tmpl-order-accepted"] },
    });
    await subscribe();
    expect(await send()).toMatchObject({ code: "10000" });
    expect(await send()).toMatchObject({ code: "10000" });
    expect((await send()).code).toBe("40004");
    const { list } = (await bench.call("/device/messages?host=alipay&person=hua")).json as {
      list: unknown[];
    };
    expect(list).toHaveLength(2);
    expect(list[0]).toMatchObject({
      host: "alipay",
      title: "商家接单通知",
      lines: [{ label: "商家名称", value: "川味小炒" }, {}, {}, {}],
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a missing keyword", { data: data({ keyword4: undefined }) }, "USER_TEMPLATE_LACK_KEYWORD"],
    ["an empty keyword", { data: data({ keyword4: { value: "" } }) }, "USER_TEMPLATE_LACK_KEYWORD"],
    ["a long keyword", { data: data({ keyword4: { value: "长".repeat(51) } }) }, "USER_KEYWORD_LENGTH_ERROR"],
    ["an unknown template", { user_template_id: "tmpl-x" }, "USER_TEMPLATE_ILLEGAL"],
    ["data that is not text", { data: { keyword1: { value: "x" } } }, "INVALID_PARAMETER"],
    [
      "data that is too long",
      { data: data({ keyword9: { value: "x".repeat(2_048) } }) },
      "INVALID_PARAMETER",
    ],
    ["broken data", { data: "{" }, "INVALID_PARAMETER"],
    ["an unknown person", { to_open_id: "nobody" }, "INVALID_PARAMETER"],
    ["no page", { page: "" }, "INVALID_PARAMETER"],
  ])("refuse %s and keep the consent", async (_name, more, subCode) => {
    await subscribe();
    expect(await send(more)).toMatchObject({ code: "40004", sub_code: subCode });
    expect(await send()).toMatchObject({ code: "10000" });
  });

  it("take 50 characters and no more than that", async () => {
    await subscribe();
    expect(await send({ data: data({ keyword4: { value: "长".repeat(50) } }) })).toMatchObject({
      code: "10000",
    });
  });

  it("can be asked about", async () => {
    const { open_id } = await alipayLogin(bench, "hua");
    const ask = async () =>
      (
        await merchant.biz("alipay.open.app.messagetemplate.subscribe.query", {
          open_id,
          template_id_list: ["tmpl-order-accepted"],
        })
      ).value;
    expect(await ask()).toMatchObject({ subscribe_relations: [{ subscribe_state: "unsubscribe" }] });
    await subscribe();
    expect(await ask()).toMatchObject({
      subscribe_relations: [{ template_id: "tmpl-order-accepted", subscribe_state: "subscribe" }],
    });
    expect(
      (await merchant.biz("alipay.open.app.messagetemplate.subscribe.query", { open_id: "x" })).value.code,
    ).toBe("40004");
    expect(
      (await merchant.biz("alipay.open.app.messagetemplate.subscribe.query", { open_id })).value.code,
    ).toBe("40004");
  });

  it("are refused while the switch says down, and in the panel for wrong templates", async () => {
    await bench.fault({ alipayMessages: "down" });
    expect(await send()).toMatchObject({ code: "20000" });
    expect(await subscribe({ entityIds: ["a", "b", "c", "d"] })).toHaveProperty("error");
    expect(await subscribe({ entityIds: ["tmpl-x"] })).toMatchObject({ error: 106_002 });
  });
});
