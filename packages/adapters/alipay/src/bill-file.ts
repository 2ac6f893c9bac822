import { setImmediate as nextTurn } from "node:timers/promises";
import { type Fen, fen, ok, parseYuan, type Result } from "@sanqi/kernel";
import {
  type Bill,
  type BillError,
  type BillRow,
  corrupt,
  hasColumn,
  readTable,
} from "@sanqi/reconciliation";
import { configure, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { parseGatewayTime } from "./china-time.ts";

configure({ useWebWorkers: false });

const columns = {
  platformNumber: "支付宝交易号",
  paymentId: "商户订单号",
  kind: "业务类型",
  at: "完成时间",
  amount: "订单金额（元）",
  refundId: "退款批次号/请求号",
  fee: "服务费（元）",
} as const;

const totals = {
  payments: "交易订单总笔数",
  refunds: "退款订单总笔数",
  amount: "订单金额（元）",
  name: "门店编号",
} as const;

const kinds: Readonly<Record<string, BillRow["kind"]>> = { 交易: "payment", 退款: "refund" };

/** All files together: far above a campus's busiest day; a packed file that grows beyond is an attack. */
const maximumBytes = 64 * 1024 * 1024;
/** Lines, summary, and room for a note beside each. */
const maximumFiles = 4;
/** Other work has its turn between so many lines. */
const linesAtOnce = 2_000;

/**
 * Reads a trade bill of Alipay: a zip with the lines and their summary, CSV in GBK or UTF-8, comments after `#`, values
 * that may end in a tab; amounts in yuan, times in GMT+8. The summary must be the sum of the lines.
 */
export async function readAlipayBill(
  zip: Uint8Array,
  limit = maximumBytes,
): Promise<Result<Bill, BillError>> {
  const texts = await unpacked(zip, limit);
  if (texts === undefined) return corrupt("not a whole zip file");
  const tables = texts.map((text) =>
    text.split(/\r?\n/).filter((line) => line.trim() !== "" && !/^\uFEFF?#/.test(line)),
  );
  const details = tables.find(([header]) => header !== undefined && hasColumn(header, columns.kind));
  const summary = tables.find(([header]) => header !== undefined && hasColumn(header, totals.payments));
  if (!details || !summary) return corrupt(`${details ? "the summary" : "the list of lines"} is missing`);
  const sums = readTable({ header: summary[0] ?? "", rows: summary.slice(1) }, totals, ["name"]);
  if (!sums.ok) return sums;
  const [header = "", ...listed] = details;
  const rows: BillRow[] = [];
  // The first pass takes place without lines too: a header without its columns is refused.
  for (let from = 0; from === 0 || from < listed.length; from += linesAtOnce) {
    const some = { header, rows: listed.slice(from, from + linesAtOnce), firstLine: from + 1 };
    const lines = readTable(some, columns, ["fee"]);
    if (!lines.ok) return lines;
    for (const line of lines.value) {
      const row = rowOf(line);
      if (row === undefined) return corrupt(`line ${rows.length + 1} cannot be read`);
      rows.push(row);
    }
    await nextTurn();
  }
  const wrong = wrongTotals(rows, sums.value);
  return wrong === null ? ok({ rows }) : corrupt(wrong);
}

/** What is wrong with the summary; null where it is the sum of the lines. With several stores, their total is the last. */
function wrongTotals(
  rows: readonly BillRow[],
  told: readonly Record<keyof typeof totals, string>[],
): string | null {
  const total = told.find((line) => line.name === "合计") ?? told.at(-1);
  if (total === undefined) return "the summary is empty";
  const of = (kind: BillRow["kind"]) => rows.filter((row) => row.kind === kind);
  const sum = (some: readonly BillRow[]) => some.reduce((all, row) => all + row.amountFen, 0);
  if (Number(total.payments) !== of("payment").length) return "the summary counts other payments";
  if (Number(total.refunds) !== of("refund").length) return "the summary counts other refunds";
  return parseYuan(total.amount) === sum(of("payment")) - sum(of("refund"))
    ? null
    : "the summary is not the sum of the lines";
}

function rowOf(line: Record<keyof typeof columns, string>): BillRow | undefined {
  const kind = kinds[line.kind];
  const at = parseGatewayTime(line.at);
  const amount = parseYuan(line.amount);
  const fee = line.fee === "" ? null : parseYuan(line.fee);
  if (!kind || at === undefined || amount === undefined || fee === undefined || !line.paymentId)
    return undefined;
  return {
    kind,
    paymentId: line.paymentId,
    // A refund without a number of its own carries the payment's.
    refundId: kind === "refund" ? line.refundId || null : null,
    platformNumber: line.platformNumber,
    amountFen: fen(Math.abs(amount)),
    feeFen: fee === null ? null : keptFee(kind, fee),
    at,
  };
}

/** The bill writes fees from the merchant's side, some files without sign: kept from payments, given back with refunds. */
function keptFee(kind: BillRow["kind"], fee: Fen): Fen {
  const size = Math.abs(fee);
  return fen(kind === "payment" || size === 0 ? size : -size);
}

/** The texts of the packed files; undefined where the zip is broken, too large or holds too many. */
async function unpacked(zip: Uint8Array, limit: number): Promise<string[] | undefined> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { checkSignature: true });
  try {
    const entries = await reader.getEntries();
    if (entries.length > maximumFiles) return undefined;
    const texts: string[] = [];
    let left = limit;
    for (const entry of entries) {
      if (entry.directory) continue;
      const chunks: Uint8Array[] = [];
      // What really comes out is counted: the size that the file tells of itself may be a lie.
      const sink = new WritableStream<Uint8Array>({
        write(chunk) {
          left -= chunk.length;
          if (left < 0) throw new RangeError("the unpacked files are too large");
          chunks.push(chunk);
        },
      });
      await entry.getData(sink);
      texts.push(decoded(Buffer.concat(chunks)));
    }
    return texts;
  } catch {
    return undefined;
  } finally {
    await reader.close();
  }
}

/** Chinese in GBK is hardly ever well-formed UTF-8, so trying that first tells the two apart. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gbk").decode(bytes);
  }
}
