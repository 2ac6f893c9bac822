import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultFaults } from "./faults.ts";
import { startSandbox } from "./server.ts";
import { alipayLogin, alipayMerchant } from "./testing/alipay-merchant.ts";
import { type Bench, startBench, testCredentials } from "./testing/bench.ts";
import { wechatLogin, wechatMerchant } from "./testing/wechat-merchant.ts";

describe("the server", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  afterAll(() => bench.sandbox.close());
  afterEach(() => bench.fault(defaultFaults()));

  it("opens the phone to every page, and the admin's hands to none of another origin", async () => {
    const device = await fetch(`${bench.sandbox.url}/device/wechat/login`, {
      method: "OPTIONS",
      headers: { origin: "http://example.com" },
    });
    expect([device.status, device.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    const foreign = (path: string, method = "GET") =>
      fetch(`${bench.sandbox.url}${path}`, { method, headers: { origin: "http://example.com" } });
    expect((await foreign("/admin/state")).status).toBe(403);
    expect((await foreign("/admin/faults", "PUT")).status).toBe(403);
    const own = await fetch(`${bench.sandbox.url}/admin/state`, { headers: { origin: bench.sandbox.url } });
    expect(own.status).toBe(200);
  });

  it("refuses bodies that are too large and paths it does not have", async () => {
    const large = await fetch(`${bench.sandbox.url}/device/wechat/login`, {
      method: "POST",
      body: "x".repeat(1_100_000),
    });
    expect([large.status, await large.json()]).toEqual([413, { error: "bodyTooLarge" }]);
    expect((await bench.call("/nothing")).status).toBe(404);
    expect((await bench.call("/device/nothing", {})).status).toBe(404);
    expect((await bench.call("/admin/nothing", {})).status).toBe(404);
    expect((await bench.call("/device/messages?host=x&person=lin")).status).toBe(400);
    expect(
      (await fetch(`${bench.sandbox.url}/device/wechat/login`, { method: "POST", body: "{" })).status,
    ).toBe(400);
    expect((await bench.call("/admin/faults", { nothing: 1 }, "PUT")).json).toEqual({
      error: "switchUnknown",
      key: "nothing",
    });
  });

  it("acts on payments only where there are some", async () => {
    expect((await bench.call("/admin/payments/wechatPay/none/pay", {})).status).toBe(404);
    expect((await bench.call("/admin/payments/x/none/pay", {})).status).toBe(404);
    const merchant = alipayMerchant(bench);
    const { open_id } = await alipayLogin(bench, "lin");
    await merchant.biz("alipay.trade.create", merchant.order("admin_0001", String(open_id)));
    expect((await bench.call("/admin/payments/alipay/admin_0001/dance", {})).status).toBe(404);
    expect((await bench.call("/admin/payments/alipay/admin_0001/fail", {})).json).toMatchObject({
      state: "WAIT_BUYER_PAY",
      failedAttempts: 1,
    });
    expect((await bench.call("/admin/payments/alipay/admin_0001/pay", {})).json).toMatchObject({
      channel: "alipay",
      state: "TRADE_SUCCESS",
      payer: "lin",
      amountFen: 1_850,
    });
    expect((await bench.call("/admin/payments/alipay/admin_0001/pay", {})).status).toBe(409);
  });

  it("can be slow for the platforms and stay quick for the phone", async () => {
    await bench.fault({ slowMs: 60 });
    const began = performance.now();
    await bench.call("/wechat/cgi-bin/nothing");
    expect(performance.now() - began).toBeGreaterThanOrEqual(50);
  });

  it("says which port is taken", async () => {
    await expect(
      startSandbox({ credentials: testCredentials(), port: bench.sandbox.port }),
    ).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("writes a line per request only when asked", async () => {
    const lines: string[] = [];
    const talkative = await startSandbox({ credentials: testCredentials(), log: (line) => lines.push(line) });
    await fetch(`${talkative.url}/device/messages?host=weapp&person=secret`);
    await expect.poll(() => lines).toEqual(["GET /device/messages 200"]);
    await talkative.close();
  });

  it("closes while a connection is open", async () => {
    const other = await startSandbox({ credentials: testCredentials() });
    const socket = createConnection(other.port, "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
  });
});

describe("the data file", () => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  const dataFile = join(folder, "state.json");
  afterAll(() => rmSync(folder, { recursive: true }));
  const app = (bench: Bench) => ({ appId: bench.env.WECHAT_APP_ID, person: "lin" });

  it("keeps payments, messages, grants, directory and switches over a restart", async () => {
    const first = await startBench({ dataFile });
    const merchant = wechatMerchant(first);
    const openid = await wechatLogin(first, "lin");
    const prepay = await merchant.call({
      path: "/v3/pay/transactions/jsapi",
      body: merchant.prepayBody("kept_0001", openid, "http://127.0.0.1:9/n"),
    });
    await first.call("/device/wechat/subscribe", { ...app(first), tmplIds: ["tmpl-order-accepted"] });
    await first.call(
      "/device/dingtalk/directory",
      { departments: [{ deptId: 2, name: "学院" }], users: [{ person: "wang", name: "王", deptIds: [2] }] },
      "PUT",
    );
    await first.fault({ wechatRefundMs: 0 });
    await first.sandbox.close();
    expect(readdirSync(folder)).toEqual(["state.json"]);

    const second = await startBench({ dataFile });
    const again = wechatMerchant(second);
    const paid = await second.call(
      "/device/wechat/request-payment",
      again.payParams(String(prepay.json.prepay_id), "lin", { outcome: "pay" }),
    );
    expect(paid.json).toEqual({ errMsg: "requestPayment:ok" });
    const token = (
      await second.call("/wechat/cgi-bin/stable_token", {
        grant_type: "client_credential",
        appid: second.env.WECHAT_APP_ID,
        secret: second.env.WECHAT_APP_SECRET,
      })
    ).json.access_token;
    const sent = await second.call(`/wechat/cgi-bin/message/subscribe/send?access_token=${token}`, {
      touser: openid,
      template_id: "tmpl-order-accepted",
      data: {
        thing1: { value: "川味小炒" },
        character_string2: { value: "A1" },
        time3: { value: "12:35" },
        thing4: { value: "无" },
      },
    });
    expect(sent.json).toMatchObject({ errcode: 0 });
    expect(
      (
        await second.call("/device/dingtalk/auth-code", {
          corpId: second.env.DINGTALK_CORP_ID,
          person: "wang",
        })
      ).status,
    ).toBe(200);
    expect((await second.call("/admin/faults")).json.wechatRefundMs).toBe(0);
    await second.sandbox.close();

    const third = await startBench({ dataFile });
    const state = (await third.call("/admin/state")).json as { payments: unknown[]; messages: unknown[] };
    expect(state.payments).toMatchObject([{ outTradeNo: "kept_0001", state: "SUCCESS" }]);
    expect(state.messages).toHaveLength(1);
    await third.sandbox.close();
  });

  it("is written while the sandbox runs", async () => {
    const path = join(folder, "live.json");
    const bench = await startBench({ dataFile: path });
    expect(existsSync(path)).toBe(false);
    await wechatLogin(bench, "lin");
    await expect
      .poll(() => existsSync(path) && readFileSync(path, "utf8"), { timeout: 5_000 })
      .toContain("lin");
    await bench.sandbox.close();
  });

  it("ends a refund that was processing when the sandbox stopped", async () => {
    const path = join(folder, "refund.json");
    const first = await startBench({ dataFile: path });
    await first.fault({ wechatRefundMs: 86_400_000 });
    const merchant = wechatMerchant(first);
    const openid = await wechatLogin(first, "lin");
    const prepay = await merchant.call({
      path: "/v3/pay/transactions/jsapi",
      body: merchant.prepayBody("refund_01", openid, "http://127.0.0.1:9/n"),
    });
    await first.call(
      "/device/wechat/request-payment",
      merchant.payParams(String(prepay.json.prepay_id), "lin"),
    );
    const refund = {
      out_trade_no: "refund_01",
      out_refund_no: "r1",
      amount: { refund: 1_850, total: 1_850, currency: "CNY" },
    };
    expect((await merchant.call({ path: "/v3/refund/domestic/refunds", body: refund })).json.status).toBe(
      "PROCESSING",
    );
    await first.fault({ wechatRefundMs: 0 });
    await first.sandbox.close();
    const second = await startBench({ dataFile: path });
    const ask = async () =>
      (await wechatMerchant(second).call({ path: "/v3/refund/domestic/refunds/r1" })).json.status;
    await expect.poll(ask).toBe("SUCCESS");
    await second.sandbox.close();
  });

  it("stops the start when it is broken, rather than lose what was in it", async () => {
    const path = join(folder, "broken.json");
    writeFileSync(path, "{");
    await expect(startSandbox({ credentials: testCredentials(), dataFile: path })).rejects.toThrow(
      "data file",
    );
    expect(readFileSync(path, "utf8")).toBe("{");
  });
});
