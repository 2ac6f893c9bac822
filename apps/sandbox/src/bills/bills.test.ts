import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { defaultFaults, type Faults } from "../faults.ts";
import { alipayMerchant } from "../testing/alipay-merchant.ts";
import { testCredentials } from "../testing/bench.ts";
import { startWechatShop, type WechatShop } from "../testing/wechat-shop.ts";
import type { World } from "../world.ts";
import { alipayBillFile } from "./alipay-file.ts";
import { type BillLine, dayOf } from "./bill-line.ts";
import { plantKinds } from "./planted.ts";
import { wechatBillText } from "./wechat-file.ts";

const hour = 3_600_000;
const anyLine: BillLine = {
  kind: "payment",
  outTradeNo: "no_000001",
  platformNo: "4200000001",
  refundNo: null,
  platformRefundNo: null,
  orderFen: 1_850,
  amountFen: 1_850,
  at: 0,
  title: "午餐",
  payer: "openid",
};
/** As much of a world as a file needs: the switches, and who the merchant is. */
const worldWith = (switches: Partial<Faults>) =>
  ({
    secrets: testCredentials().sandbox,
    state: { faults: { ...defaultFaults(), ...switches } },
    clock: { now: () => Date.UTC(2026, 10, 23, 2) },
  }) as unknown as World;

let shop: WechatShop;
let day: string;

beforeAll(async () => {
  shop = await startWechatShop();
  const midnight = Date.parse(`${dayOf(shop.clock.now())}T00:00:00+08:00`);
  shop.clock.advance(midnight + 36 * hour - shop.clock.now());
  day = dayOf(shop.clock.now());
  await shop.bench.fault({ wechatRefundMs: 0, wechatRefundSpacing: false });
  for (let i = 0; i < 12; i += 1) {
    const no = await shop.paid();
    if (i < 5) {
      const body = {
        out_trade_no: no,
        out_refund_no: `back_${i}`,
        notify_url: "http://127.0.0.1:9/n",
        amount: { refund: 100 + i, total: 1_850, currency: "CNY" },
      };
      expect((await shop.call({ path: "/v3/refund/domestic/refunds", body })).status).toBe(200);
    }
  }
  await vi.waitFor(async () => expect(await refunds()).toBe(5), 10_000);
  return () => shop.bench.sandbox.close();
});
afterEach(async () => {
  await shop.bench.call("/admin/bills/unplant", {});
});

const refunds = async () => {
  const { json } = await shop.bench.call("/admin/state");
  return (json.refunds as { state: string }[]).filter((one) => one.state === "SUCCESS").length;
};

const ask = (query: string) => shop.call({ path: `/v3/bill/tradebill?${query}` });

async function file(query = `bill_date=${day}`): Promise<{ text: string; link: string; hash: unknown }> {
  const { json } = await ask(query);
  const link = String(json.download_url).replace(shop.bench.env.WECHATPAY_BASE, "");
  const reply = await shop.call({ path: link });
  return { text: reply.text, link, hash: json.hash_value };
}

const morning = () => {
  const ready = Date.parse(`${day}T00:00:00+08:00`) + 34 * hour + 1_000;
  if (shop.clock.now() < ready) shop.clock.advance(ready - shop.clock.now());
};

describe("WeChat Pay's trade bill", () => {
  it("is refused for today, for the future, for the far past, and in forms that do not exist", async () => {
    expect((await ask(`bill_date=${day}`)).json).toMatchObject({ code: "STATEMENT_CREATING" });
    expect((await ask("bill_date=2199-01-01")).status).toBe(400);
    expect((await ask("bill_date=2020-01-01")).json).toMatchObject({ code: "PARAM_ERROR" });
    expect((await ask("bill_date=2026-2-30")).json).toMatchObject({ code: "PARAM_ERROR" });
    expect((await ask(`bill_date=${day}&bill_type=SOME`)).json).toMatchObject({ code: "PARAM_ERROR" });
    expect((await ask(`bill_date=${day}&tar_type=ZIP`)).json).toMatchObject({ code: "PARAM_ERROR" });
  });

  it("lists what happened, with totals, behind a hash and a link that wants its own signature", async () => {
    morning();
    const { text, link, hash } = await file();
    expect(createHash("sha1").update(text).digest("hex")).toBe(hash);
    const lines = text.trimEnd().split("\r\n");
    expect(lines).toHaveLength(1 + 17 + 2);
    expect(lines[0]).toMatch(/^交易时间,公众账号ID,.*,费率备注$/);
    expect(lines[1]).toMatch(/^`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,`wx/);
    // 12 × 18.50 paid, 1.00 + … + 1.04 given back, 12 × 0.11 kept less 5 × 0.01.
    expect(lines.at(-1)).toMatch(/^`17,`222.00,`5.10,`0.00,`1.27(000)?,`222.00,`5.10$/);
    expect((await shop.call({ path: link, authorization: null })).status).toBe(401);
    expect((await shop.call({ path: link.replace("token=", "token=x") })).status).toBe(400);
    shop.clock.advance(10 * 60_000);
    expect((await shop.call({ path: link })).status).toBe(400);
  });

  it("comes packed, or of one kind, where that is asked for", async () => {
    const { json } = await ask(`bill_date=${day}&tar_type=GZIP&bill_type=REFUND`);
    const link = String(json.download_url);
    const path = link.replace(shop.bench.env.WECHATPAY_BASE, "");
    const plain = await file(`bill_date=${day}&bill_type=REFUND`);
    expect(plain.text.trimEnd().split("\r\n")).toHaveLength(1 + 5 + 2);
    expect(json.hash_value).toBe(plain.hash);
    expect(path).toMatch(/^\/v3\/billdownload\/file\?token=/);
    expect(gunzipSync((await shop.call({ path })).bytes).toString("utf8")).toBe(plain.text);
  });

  it("keeps a value whole that looks like the form, with and without backticks", async () => {
    const title = '一食堂, "川味"`小炒`\n第二行';
    const lines = [{ ...anyLine, title, at: shop.clock.now() }];
    for (const wechatBillTicks of [true, false]) {
      const world = worldWith({ wechatBillTicks });
      const [header = "", line = ""] = wechatBillText(world, lines).split("\r\n");
      const cells = wechatBillTicks
        ? line.slice(1).split(",`")
        : line.replace(/"(?:[^"]|"")*"/g, "quoted").split(",");
      expect(cells).toHaveLength(header.split(",").length);
      expect(line).toContain(
        wechatBillTicks ? '`一食堂, "川味" 小炒 第二行' : '"一食堂, ""川味"" 小炒 第二行"',
      );
    }
  });

  it("of a day without payments does not exist", async () => {
    const before = dayOf(Date.parse(`${day}T12:00:00+08:00`) - 48 * hour);
    expect((await ask(`bill_date=${before}`)).json).toMatchObject({ code: "NO_STATEMENT_EXIST" });
  });
});

describe("planted differences", () => {
  const plantAll = (seed: number, kinds?: readonly string[]) =>
    shop.bench.call(`/admin/bills/wechatPay/${day}/plant`, { seed, ...(kinds ? { kinds } : {}) });

  it("are one of each kind, told with their numbers, and the same for the same seed", async () => {
    const { json } = await plantAll(7);
    const planted = json.planted as { kind: string; number: string }[];
    expect(planted.map((one) => one.kind)).toEqual(plantKinds);
    expect(new Set(planted.map((one) => one.number)).size).toBe(plantKinds.length);
    expect((await shop.bench.call("/admin/state")).json.planted).toEqual(json.planted);
    await shop.bench.call("/admin/bills/unplant", {});
    expect((await plantAll(7)).json).toEqual(json);
  });

  it("change the bill and nothing else, and its totals agree with it", async () => {
    morning();
    const { text: before } = await file();
    const state = (await shop.bench.call("/admin/state")).json;
    await plantAll(11);
    const { text } = await file();
    // Three lines more (2 × missing here, 1 other state, 2 × doubled), two less.
    expect(text.split("\r\n").length - before.split("\r\n").length).toBe(3);
    const now = (await shop.bench.call("/admin/state")).json;
    expect([now.payments, now.refunds]).toEqual([state.payments, state.refunds]);
    await shop.bench.call("/admin/bills/unplant", {});
    expect((await file()).text).toBe(before);
  });

  it("never touch the same line twice, also when planted again", async () => {
    const first = (await plantAll(1)).json.planted as { number: string }[];
    const again = (await plantAll(2, ["missingThere/payment", "otherAmount/refund", "doubled/refund"])).json
      .planted as { number: string }[];
    expect(again.length).toBeGreaterThan(0);
    expect(new Set([...first, ...again].map((one) => one.number)).size).toBe(first.length + again.length);
  });

  it("are refused for what is no bill", async () => {
    expect((await shop.bench.call("/admin/bills/cash/2026-01-01/plant", {})).status).toBe(400);
    expect((await plantAll(1, ["everything"])).status).toBe(400);
  });
});

describe("Alipay's bill", () => {
  const query = "alipay.data.dataservice.bill.downloadurl.query";
  it("is refused for the current day, for other types, and where there is none", async () => {
    const merchant = alipayMerchant(shop.bench);
    const timestamp = () => ({ timestamp: alipayNow() });
    const asked = async (biz: Record<string, unknown>) =>
      (await merchant.biz(query, biz, timestamp())).value.sub_code;
    expect(await asked({ bill_type: "trade", bill_date: dayOf(shop.clock.now()) })).toBe(
      "isv.invalid-arguments",
    );
    expect(await asked({ bill_type: "salary", bill_date: day })).toBe("isv.invalid-arguments");
    expect(await asked({ bill_type: "trade", bill_date: "2026-13-01" })).toBe("isv.invalid-arguments");
    expect(await asked({ bill_type: "trade", bill_date: day })).toBe("isp.bill_not_exist");
  });

  const alipayNow = () => new Date(shop.clock.now() + 8 * hour).toISOString().slice(0, 19).replace("T", " ");

  it("is a zip with two files in GBK, comments, quotes and tabs", async () => {
    const title = '一食堂, "川味"\t小炒';
    const file = await alipayBillFile(worldWith({}), "2026-11-22", [
      { ...anyLine, title, at: Date.UTC(2026, 10, 22, 4) },
    ]);
    const entries = await new ZipReader(new Uint8ArrayReader(file)).getEntries();
    expect(entries.map((entry) => entry.filename)).toEqual([
      "20880000000000010156_20261122_业务明细.csv",
      "20880000000000010156_20261122_业务明细(汇总).csv",
    ]);
    const [details] = entries;
    if (!details || details.directory) throw new Error("no file");
    const text = new TextDecoder("gbk", { fatal: true }).decode(
      await details.getData(new Uint8ArrayWriter()),
    );
    const [header = "", line = ""] = text.split("\r\n").filter((one) => !one.startsWith("#"));
    expect(header.split(",")).toHaveLength(25);
    expect(line).toContain(',"一食堂, ""川味"" 小炒"\t,2026-11-22 12:00:00\t,');
    expect(line).toContain("18.50\t");
  });

  it("has a link that lives 30 seconds", async () => {
    await shop.bench.call(`/admin/bills/alipay/${day}/plant`, { seed: 3, kinds: ["missingHere/payment"] });
    const { value } = await alipayMerchant(shop.bench).biz(
      query,
      { bill_type: "trade", bill_date: day },
      { timestamp: alipayNow() },
    );
    const link = String(value.bill_download_url);
    const file = await fetch(link);
    expect(file.status).toBe(200);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    shop.clock.advance(31_000);
    expect((await fetch(link)).status).toBe(403);
  });
});
