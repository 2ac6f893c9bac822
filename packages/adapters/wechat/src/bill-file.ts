import { setImmediate as nextTurn } from "node:timers/promises";
import { type Fen, fen, hour, ok, parseYuan, type Result } from "@sanqi/kernel";
import {
  type Bill,
  type BillError,
  type BillRow,
  corrupt,
  hasColumn,
  readTable,
} from "@sanqi/reconciliation";

/** Column names of bill_type ALL. */
const columns = {
  at: "交易时间",
  platformNumber: "微信订单号",
  paymentId: "商户订单号",
  state: "交易状态",
  settled: "应结订单金额",
  refunded: "退款金额",
  refundId: "商户退款单号",
  platformRefund: "微信退款单号",
  refundState: "退款状态",
  fee: "手续费",
  ordered: "订单金额",
  asked: "申请退款金额",
} as const;
const optional = ["platformRefund", "refundState", "fee", "ordered", "asked"] as const;

const totals = {
  count: "总交易单数",
  settled: "应结订单总金额",
  refunded: "退款总金额",
  fee: "手续费总金额",
} as const;
const summed = ["settled", "refunded", "fee"] as const;

type Cells = Record<keyof typeof columns, string>;
type Sums = Record<(typeof summed)[number], number> & { lines: number; fees: number };

/** REVOKED belongs to code payments: the money went back without a refund of its own. */
const kinds: Readonly<Record<string, BillRow["kind"]>> = {
  SUCCESS: "payment",
  REFUND: "refund",
  REVOKED: "refund",
};

/** Other work has its turn between so many lines. */
const linesAtOnce = 2_000;

/**
 * Reads a trade bill of WeChat Pay (bill_type ALL): header, lines, header of the totals, totals; amounts in yuan, times in
 * GMT+8. The totals must be the sums of the lines. Refunds that have not succeeded count in the totals and are no rows.
 */
export async function readWechatBill(text: string): Promise<Result<Bill, BillError>> {
  const [header, ...rest] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const end = rest.findIndex((line) => line.includes(totals.count) && hasColumn(line, totals.count));
  if (header === undefined || end === -1) return corrupt("no totals: the file is cut off");
  const told = readTable({ header: rest[end] ?? "", rows: rest.slice(end + 1) }, totals, ["fee"]);
  if (!told.ok) return told;
  const sums: Sums = { lines: 0, settled: 0, refunded: 0, fee: 0, fees: 0 };
  const rows: BillRow[] = [];
  // The first pass takes place without lines too: a header without its columns is refused.
  for (let from = 0; from === 0 || from < end; from += linesAtOnce) {
    const some = rest.slice(from, Math.min(from + linesAtOnce, end));
    const cells = readTable({ header, rows: some, firstLine: from + 1 }, columns, [...optional]);
    if (!cells.ok) return cells;
    for (const line of cells.value) {
      addUp(sums, line);
      const row = rowOf(line);
      if (row === undefined) return corrupt(`line ${sums.lines} cannot be read`);
      if (row !== "notMoved") rows.push(row);
    }
    await nextTurn();
  }
  const wrong = wrongTotals(sums, told.value);
  return wrong === null ? ok({ rows }) : corrupt(wrong);
}

function addUp(sums: Sums, line: Cells): void {
  sums.lines += 1;
  if (line.fee !== "") sums.fees += 1;
  for (const name of summed)
    sums[name] += name === "fee" && line.fee === "" ? 0 : (yuanOf(line[name]) ?? Number.NaN);
}

/** What is wrong with the totals; null where they are the sums of the lines. */
function wrongTotals(sums: Sums, told: readonly Record<keyof typeof totals, string>[]): string | null {
  const [total] = told;
  if (told.length !== 1 || total === undefined) return "not exactly one line of totals";
  if (Number(total.count) !== sums.lines) return `${sums.lines} lines, the totals say ${total.count}`;
  for (const name of summed) {
    // A file without the optional column of fees has nothing to add up.
    if (name === "fee" && (total.fee === "" || sums.fees === 0)) continue;
    if (yuanOf(total[name]) !== sums[name]) return `${totals[name]} is not the sum of the lines`;
  }
  return null;
}

function rowOf(line: Cells): BillRow | "notMoved" | undefined {
  const kind = kinds[line.state];
  const at = timeOf(line.at);
  const amount =
    kind === "refund" ? amountOf(line.asked, line.refunded) : amountOf(line.ordered, line.settled);
  const fee = line.fee === "" ? null : yuanOf(line.fee);
  if (!kind || at === undefined || amount === undefined || fee === undefined || !line.paymentId)
    return undefined;
  if (kind === "refund" && (numberOf(line.refundState) ?? "SUCCESS") !== "SUCCESS") return "notMoved";
  const refundId = kind === "refund" ? numberOf(line.refundId) : null;
  const platformNumber = (kind === "refund" ? numberOf(line.platformRefund) : null) ?? line.platformNumber;
  return { kind, paymentId: line.paymentId, refundId, platformNumber, amountFen: amount, feeFen: fee, at };
}

/** Fees stand with five decimals, "0.06000"; parts of a fen are no amount. */
const yuanOf = (text: string): Fen | undefined => parseYuan(text.replace(/(\.\d\d)0+$/, "$1"));

/** What was asked for, vouchers included; older files have only the settled amount. Some write refunds as negative. */
function amountOf(whole: string, settled: string): Fen | undefined {
  const amount = yuanOf(whole === "" ? settled : whole);
  return amount === undefined ? undefined : fen(Math.abs(amount));
}

/** "0" stands for no number. */
const numberOf = (text: string): string | null => (text === "" || text === "0" ? null : text);

function timeOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text.replace(" ", "T")}Z`) - 8 * hour;
  return Number.isNaN(at) ? undefined : at;
}
