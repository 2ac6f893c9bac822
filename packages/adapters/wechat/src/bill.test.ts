import { createHash } from "node:crypto";
import { day, hour } from "@sanqi/kernel";
import { type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createWechatBills } from "./bill.ts";
import { noon, testConfig, testDeps } from "./test-config.ts";
import { requestIsSigned, signedReply } from "./test-pay-host.ts";

const { clock, deps } = testDeps();
let host: TestHost;
let bills: ReturnType<typeof createWechatBills>;

beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  clock.set(noon);
  host.received.length = 0;
  bills = createWechatBills(testConfig(host.url, 200), deps);
});

const yesterday = "2025-11-21";
const file =
  "交易时间,微信订单号,商户订单号,交易状态,应结订单金额,商户退款单号,退款金额\r\n`2025-11-21 12:00:00,`42000,`pay_1,`SUCCESS,`18.50,`0,`0.00\r\n总交易单数,应结订单总金额,退款总金额\r\n`1,`18.50,`0.00\r\n";
const sha1 = createHash("sha1").update(file).digest("hex");

/** The platform: a signed answer with the link, then whatever stands behind it. */
function play(answer: Record<string, unknown>, download: Reply = { body: file }): void {
  host.reply = (request) => (request.path.includes("/tradebill?") ? signedReply(answer, clock) : download);
}
const link = () => `${host.url}/wechatpay/v3/billdownload/file?token=abc`;
const good = () => ({ hash_type: "SHA1", hash_value: sha1, download_url: link() });
const problem = (code: string): Reply => ({ status: 400, body: JSON.stringify({ code, message: "words" }) });

describe("a trade bill", () => {
  it("is asked for, fetched under a signature of its own, and read", async () => {
    play(good());
    const bill = await bills.fetch(yesterday);
    expect(bill).toMatchObject({
      ok: true,
      value: { rows: [{ paymentId: "pay_1", amountFen: 1850, feeFen: null }] },
    });
    expect(host.received.map((request) => request.path)).toEqual([
      `/wechatpay/v3/bill/tradebill?bill_date=${yesterday}&bill_type=ALL&tar_type=GZIP`,
      "/wechatpay/v3/billdownload/file?token=abc",
    ]);
    expect(host.received.every(requestIsSigned)).toBe(true);
    expect(host.received.map((request) => request.headers["user-agent"])).toEqual(["sanqi/0.1", "sanqi/0.1"]);
  });

  it.each([
    ["another hash", { hash_value: "0".repeat(40) }],
    ["a hash of another kind", { hash_type: "MD5" }],
    ["no hash", { hash_value: undefined }],
    ["a link to another host", { download_url: "https://evil.example/v3/billdownload/file?token=abc" }],
    ["a link beside the interface", { download_url: "http://127.0.0.1:1/file" }],
    ["no link", { download_url: undefined }],
  ])("with %s is not believed", async (_what, change) => {
    play({ ...good(), ...change });
    expect(await bills.fetch(yesterday)).toMatchObject({ ok: false, error: { kind: "billCorrupt" } });
  });

  it("whose packing is broken is not believed", async () => {
    play(good(), { body: "\u001f\u008b broken" });
    expect(await bills.fetch(yesterday)).toMatchObject({ error: { kind: "billCorrupt" } });
  });

  it.each([
    ["an expired link", { status: 400, body: "{}" }],
    ["a redirect", { status: 302, headers: { location: "https://evil.example/" } }],
    ["a dropped connection", "cut"],
    ["silence", "silence"],
  ] as const)("behind %s is tried again later", async (_what, download) => {
    play(good(), download);
    bills = createWechatBills(testConfig(host.url, 20), deps);
    expect(await bills.fetch(yesterday)).toMatchObject({ error: { kind: "billUnavailable" } });
  });

  it("is not ready, or empty, by the hour at which the platform says that there is none", async () => {
    host.reply = () => problem("NO_STATEMENT_EXIST");
    expect(await bills.fetch(yesterday)).toEqual({ ok: true, value: { rows: [] } });
    clock.set(noon - 3 * hour);
    expect(await bills.fetch(yesterday)).toEqual({ ok: false, error: { kind: "billNotReady" } });
    clock.set(noon + day);
    host.reply = () => problem("STATEMENT_CREATING");
    expect(await bills.fetch(yesterday)).toEqual({ ok: false, error: { kind: "billNotReady" } });
  });

  it("that is refused says by which code", async () => {
    host.reply = () => problem("NO_AUTH");
    expect(await bills.fetch(yesterday)).toEqual({
      ok: false,
      error: { kind: "billRefused", code: "NO_AUTH", detail: "words" },
    });
  });

  it("in an answer that nobody signed is not believed", async () => {
    host.reply = () => ({ body: JSON.stringify(good()) });
    expect(await bills.fetch(yesterday)).toMatchObject({ error: { kind: "billUnavailable" } });
  });
});
