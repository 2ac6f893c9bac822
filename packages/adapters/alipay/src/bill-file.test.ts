import { fen, yuanText } from "@sanqi/kernel";
import type { BillRow } from "@sanqi/reconciliation";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAlipayBill } from "./bill-file.ts";

const noon = Date.UTC(2026, 10, 22, 4);
const columns =
  "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,备注";
const summaryColumns =
  "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,服务费（元）";
const time = (at: number) => new Date(at + 28_800_000).toISOString().slice(0, 19).replace("T", " ");
const yuan = (n: number) => yuanText(fen(n));

type Form = { tab: boolean; minus: boolean; title: string };

/** The platform's half, written down once more for the test. */
function texts(rows: readonly BillRow[], { tab, minus, title }: Form): [details: string, summary: string] {
  const line = (values: readonly string[]) =>
    values
      .map((value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
      .map((value) => (tab ? `${value}\t` : value))
      .join(",");
  const cells = (row: BillRow) => {
    const amount = yuan(row.kind === "refund" && minus ? -row.amountFen : row.amountFen);
    return [
      row.platformNumber,
      row.paymentId,
      row.kind === "refund" ? "退款" : "交易",
      title,
      time(row.at),
      time(row.at),
      "",
      amount,
      amount,
      row.refundId ?? "",
      yuan(-(row.feeFen ?? 0) || 0),
      "",
    ];
  };
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const sum = (kind: string) => of(kind).reduce((all, row) => all + row.amountFen, 0);
  const net = yuan(sum("payment") - sum("refund"));
  const total = ["合计", "", String(of("payment").length), String(of("refund").length), net, net, "0.00"];
  const framed = (head: string, lines: readonly string[]) =>
    ["#支付宝业务明细查询", "#账号：[2088]", head, ...lines, "#列表结束", "#导出时间：[now]", ""].join(
      "\r\n",
    );
  return [
    framed(
      columns,
      rows.map((row) => line(cells(row))),
    ),
    framed(summaryColumns, [line(total)]),
  ];
}

async function zipped(files: readonly string[]): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [index, text] of files.entries())
    await zip.add(`${index}.csv`, new Uint8ArrayReader(new TextEncoder().encode(text)));
  return zip.close();
}

const row = fc
  .record({
    kind: fc.constantFrom("payment" as const, "refund" as const),
    number: fc.stringMatching(/^[0-9a-z]{20}$/),
    platform: fc.stringMatching(/^2026[0-9]{24}$/),
    amount: fc.integer({ min: 1, max: 100_000_000 }),
    fee: fc.integer({ min: 0, max: 10_000 }),
    seconds: fc.integer({ min: 0, max: 86_399 }),
  })
  .map(
    ({ kind, number, platform, amount, fee, seconds }): BillRow => ({
      kind,
      paymentId: `pay_${number}`,
      refundId: kind === "refund" ? `rfd_${number}` : null,
      platformNumber: platform,
      amountFen: fen(amount),
      feeFen: fen(kind === "refund" && fee > 0 ? -fee : fee),
      at: noon + seconds * 1_000,
    }),
  );
const form = fc.record({
  tab: fc.boolean(),
  minus: fc.boolean(),
  title: fc.constantFrom("饺子馆 A12", '一食堂, "川味", 小炒', ""),
});
const one: BillRow = {
  kind: "payment",
  paymentId: `pay_${"0".repeat(20)}`,
  refundId: null,
  platformNumber: "2026",
  amountFen: fen(2405),
  feeFen: fen(14),
  at: noon,
};
const plain: Form = { tab: true, minus: true, title: "lunch" };

async function detailOf(files: readonly string[]): Promise<string> {
  const read = await readAlipayBill(await zipped(files));
  return read.ok ? "read" : read.error.kind === "billCorrupt" ? read.error.detail : read.error.kind;
}

describe("a bill of Alipay", () => {
  it("reads as it was written, to the fen and the second, in every form", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), form, async (rows, how) => {
        expect(await readAlipayBill(await zipped(texts(rows, how)))).toEqual({ ok: true, value: { rows } });
      }),
      { numRuns: 40 },
    );
  });

  it("is refused wherever its file was cut off, or a byte of it changed", async () => {
    const file = await zipped(texts([one], plain));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), async (length) => {
        expect((await readAlipayBill(file.slice(0, length))).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
    // The first packed bytes stand behind the first name; their check sum notices the change.
    const broken = Uint8Array.from(file);
    broken[60] = (broken[60] ?? 0) ^ 0xff;
    expect((await readAlipayBill(broken)).ok).toBe(false);
  });

  it("is refused where its summary is not the sum of its lines", async () => {
    const [details, summary] = texts([one], plain);
    expect(await detailOf([details, summary.replaceAll("24.05", "24.06")])).toContain("not the sum");
    expect(await detailOf([details, summary.replace("1\t,0\t", "2\t,0\t")])).toContain("other payments");
    expect(await detailOf([details, summary.replace("1\t,0\t", "1\t,1\t")])).toContain("other refunds");
  });

  it("is refused where a file, a needed column or a readable line is missing", async () => {
    const [details, summary] = texts([one], plain);
    expect(await detailOf([details])).toBe("the summary is missing");
    expect(await detailOf([summary])).toBe("the list of lines is missing");
    expect(await detailOf([details.replace("商户订单号", "单号"), summary])).toContain("商户订单号");
    expect(await detailOf([details.replaceAll("24.05", "24.0.5"), summary])).toBe("line 1 cannot be read");
    expect(await detailOf([details.replace("交易\t", "转账\t"), summary])).toBe("line 1 cannot be read");
  });

  it("reads with several stores by their total", async () => {
    const [details, summary] = texts([one], plain);
    const total = summary.split("\r\n").find((line) => line.startsWith("合计")) ?? "";
    expect(
      await detailOf([details, summary.replace(total, `${total.replace("合计", "S1")}\r\n${total}`)]),
    ).toBe("read");
  });

  it("is refused where its files are too many, or too large in sum", async () => {
    const files = texts([one], plain);
    const size = files.reduce((all, text) => all + Buffer.byteLength(text), 0);
    expect((await readAlipayBill(await zipped(files), size)).ok).toBe(true);
    expect((await readAlipayBill(await zipped(files), size - 1)).ok).toBe(false);
    expect(await detailOf([...files, "a", "b"])).toBe("read");
    expect(await detailOf([...files, "a", "b", "c"])).toBe("not a whole zip file");
  });

  it("of many lines reads as a whole", async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => ({ ...one, paymentId: `pay_${n}` }));
    const zip = await zipped(texts(rows, plain));
    expect(await readAlipayBill(zip)).toEqual({ ok: true, value: { rows } });
  });
});
