import { fen, yuanText } from "@sanqi/kernel";
import type { BillRow } from "@sanqi/reconciliation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWechatBill } from "./bill-file.ts";

const header =
  "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
const totalsHeader =
  "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
const noon = Date.UTC(2026, 10, 22, 4);

/** `feeZeros`: what follows the two decimals of a fee. */
type Form = { tick: boolean; minus: boolean; end: "\n" | "\r\n"; title: string; feeZeros: "" | "000" };
const time = (at: number) => new Date(at + 28_800_000).toISOString().slice(0, 19).replace("T", " ");

/** The platform's half, written down once more for the test. */
function write(rows: readonly BillRow[], { tick, minus, end, title, feeZeros }: Form): string {
  const line = (values: readonly string[]) =>
    tick
      ? values.map((value) => `\`${value}`).join(",")
      : values.map((value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(",");
  const yuan = (n: number) => yuanText(fen(n));
  const sum = (kind: string) => rows.reduce((all, row) => all + (row.kind === kind ? row.amountFen : 0), 0);
  const back = (n: number) => yuan(minus ? -n || 0 : n);
  const cells = (row: BillRow) => {
    const refund = row.kind === "refund";
    const paid = refund ? "0.00" : yuan(row.amountFen);
    const returned = refund ? back(row.amountFen) : "0.00";
    const [transaction, refunded] = refund ? ["4200000001", row.platformNumber] : [row.platformNumber, "0"];
    return `${time(row.at)}|wx1|mch1|0||${transaction}|${row.paymentId}|openid|JSAPI|${refund ? "REFUND" : "SUCCESS"}|OTHERS|CNY|${paid}|0.00|${refunded}|${row.refundId ?? "0"}|${returned}|0.00||||${"\u0000"}||${yuan(row.feeFen ?? 0)}${feeZeros}|0.60%|${paid}|${returned}|`
      .replace("||||\u0000||", `|||${title}||`)
      .split("|");
  };
  const fees = rows.reduce((all, row) => all + (row.feeFen ?? 0), 0);
  const totals = [
    String(rows.length),
    yuan(sum("payment")),
    back(sum("refund")),
    "0.00",
    `${yuan(fees)}${feeZeros}`,
  ];
  return [
    header,
    ...rows.map((row) => line(cells(row))),
    totalsHeader,
    line([...totals, yuan(sum("payment")), back(sum("refund"))]),
    "",
  ].join(end);
}

const row = fc
  .record({
    kind: fc.constantFrom("payment" as const, "refund" as const),
    number: fc.stringMatching(/^[0-9a-z]{20}$/),
    platform: fc.stringMatching(/^[1-9][0-9]{27}$/),
    amount: fc.integer({ min: 1, max: 100_000_000 }),
    fee: fc.integer({ min: -10_000, max: 10_000 }),
    seconds: fc.integer({ min: 0, max: 86_399 }),
  })
  .map(
    ({ kind, number, platform, amount, fee, seconds }): BillRow => ({
      kind,
      paymentId: `pay_${number}`,
      refundId: kind === "refund" ? `rfd_${number}` : null,
      platformNumber: platform,
      amountFen: fen(amount),
      feeFen: fen(fee),
      at: noon + seconds * 1_000,
    }),
  );
const form = fc.record({
  tick: fc.boolean(),
  minus: fc.boolean(),
  end: fc.constantFrom("\n" as const, "\r\n" as const),
  feeZeros: fc.constantFrom("" as const, "000" as const),
  title: fc.constantFrom("饺子馆 A12", '一食堂, "川味", 小炒', "", "it's 100% good"),
});

const one: BillRow = {
  kind: "payment",
  paymentId: `pay_${"0".repeat(20)}`,
  refundId: null,
  platformNumber: "4200000001",
  amountFen: fen(2405),
  feeFen: fen(14),
  at: noon,
};
const plain: Form = { tick: true, minus: false, end: "\r\n", title: "lunch", feeZeros: "000" };
const detailOf = async (text: string) => {
  const read = await readWechatBill(text);
  return read.ok ? "read" : read.error.kind === "billCorrupt" ? read.error.detail : read.error.kind;
};

describe("a bill of WeChat Pay", () => {
  it("reads as it was written, to the fen and the second, in every form", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), form, async (rows, how) => {
        expect(await readWechatBill(write(rows, how))).toEqual({ ok: true, value: { rows } });
      }),
    );
  });

  it("is refused wherever it was cut off before its totals", async () => {
    const text = write([one, { ...one, paymentId: `pay_${"1".repeat(20)}` }], plain).trimEnd();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.lastIndexOf("\n") }), async (length) => {
        expect((await readWechatBill(text.slice(0, length))).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("is refused where a total is not the sum of its lines", async () => {
    const text = write([one], plain);
    const last = text.trimEnd().lastIndexOf("\n") + 1;
    const changed = (from: string, to: string) => text.slice(0, last) + text.slice(last).replace(from, to);
    expect(await detailOf(changed("`1,", "`2,"))).toBe("1 lines, the totals say 2");
    expect(await detailOf(changed("24.05", "24.06"))).toContain("应结订单总金额");
    expect(await detailOf(changed("0.14", "0.15"))).toContain("手续费总金额");
  });

  it.each([
    ["a column that is needed", (text: string) => text.replace("商户订单号", "单号"), "商户订单号"],
    ["an amount that is none", (text: string) => text.replaceAll("24.05", "24.051"), "line 1 cannot be read"],
    [
      "a fee in parts of a fen",
      (text: string) => text.replaceAll("0.14000", "0.14500"),
      "line 1 cannot be read",
    ],
    ["an amount as a float", (text: string) => text.replaceAll("24.05", "2.405e1"), "line 1 cannot be read"],
    [
      "a state that nobody knows",
      (text: string) => text.replace("SUCCESS", "MAYBE"),
      "line 1 cannot be read",
    ],
    [
      "a time that is none",
      (text: string) => text.replace("2026-11-22", "2026-13-40"),
      "line 1 cannot be read",
    ],
    ["nothing in it", () => "", "cut off"],
  ])("is refused with %s missing or wrong", async (_what, change, words) => {
    expect(await detailOf(change(write([one], plain)))).toContain(words);
  });

  it("takes what the platform gave back by itself for a refund without a number of ours", async () => {
    const back = { ...one, kind: "refund", refundId: null, platformNumber: "5030" } as const;
    expect(await readWechatBill(write([back], plain))).toEqual({ ok: true, value: { rows: [back] } });
  });

  it.each([
    ["SUCCESS", 2],
    ["", 2],
    ["PROCESSING", 1],
    ["FAIL", 1],
    ["CHANGE", 1],
  ])("with a refund in state %o, adds it up and has %i rows", async (state, count) => {
    const back = {
      ...one,
      kind: "refund",
      refundId: `rfd_${"0".repeat(20)}`,
      platformNumber: "5030",
    } as const;
    // 退款类型 and 退款状态 stand before the title.
    const text = write([one, back], plain).replace(
      /`,`,`lunch(?=[^\n]*\n总)/,
      `\`ORIGINAL,\`${state},\`lunch`,
    );
    expect(await readWechatBill(text)).toEqual({ ok: true, value: { rows: [one, back].slice(0, count) } });
  });

  it("of many lines lets other work have its turn, and counts its lines through", async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => ({ ...one, paymentId: `pay_${n}` }));
    const text = write(rows, plain);
    let turns = 0;
    let other = setImmediate(function turn() {
      turns += 1;
      other = setImmediate(turn);
    });
    expect(await readWechatBill(text)).toEqual({ ok: true, value: { rows } });
    clearImmediate(other);
    expect(turns).toBeGreaterThan(1);
    expect(await detailOf(text.replace("`pay_4000,", "`pay_4000,`x,"))).toBe(
      "line 4001 has 28 values, the header 27",
    );
  });
});
