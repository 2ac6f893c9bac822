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
  fee: "手续费",
  ordered: "订单金额",
  asked: "申请退款金额",
} as const;
const optional = ["platformRefund", "fee", "ordered", "asked"] as const;

const totals = {
  count: "总交易单数",
  settled: "应结订单总金额",
  refunded: "退款总金额",
  fee: "手续费总金额",
} as const;

type Cells = Record<keyof typeof columns, string>;

/** REVOKED belongs to code payments: the money went back without a refund of its own. */
const kinds: Readonly<Record<string, BillRow["kind"]>> = {
  SUCCESS: "payment",
  REFUND: "refund",
  REVOKED: "refund",
};

/**
 * Reads a trade bill of WeChat Pay (bill_type ALL): header, lines, header of the totals, totals; amounts in yuan, times in
 * GMT+8. The totals must be the sums of the lines.
 */
export function readWechatBill(text: string): Result<Bill, BillError> {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, ""))
    .filter((line) => line.trim() !== "");
  const [header, ...rest] = lines;
  const end = rest.findIndex((line) => hasColumn(line, totals.count));
  if (header === undefined || end === -1) return corrupt("no totals: the file is cut off");
  const cells = readTable({ header, rows: rest.slice(0, end) }, columns, [...optional]);
  if (!cells.ok) return cells;
  const sums = readTable({ header: rest[end] ?? "", rows: rest.slice(end + 1) }, totals, ["fee"]);
  if (!sums.ok) return sums;
  const wrong = wrongTotals(cells.value, sums.value);
  if (wrong !== null) return corrupt(wrong);
  const rows: BillRow[] = [];
  for (const [index, line] of cells.value.entries()) {
    const row = rowOf(line);
    if (row === undefined) return corrupt(`line ${index + 1} cannot be read`);
    rows.push(row);
  }
  return ok({ rows });
}

/** What is wrong with the totals; null where they are the sums of the lines. */
function wrongTotals(
  lines: readonly Cells[],
  told: readonly Record<keyof typeof totals, string>[],
): string | null {
  const [total] = told;
  if (told.length !== 1 || total === undefined) return "not exactly one line of totals";
  if (Number(total.count) !== lines.length) return `${lines.length} lines, the totals say ${total.count}`;
  for (const name of ["settled", "refunded", "fee"] as const) {
    // A file without the optional column of fees has nothing to add up.
    if (name === "fee" && (total.fee === "" || lines.every((line) => line.fee === ""))) continue;
    const amounts = lines.map((line) => parseYuan(line[name]));
    const sum = amounts.reduce<number>((all, amount) => all + (amount ?? Number.NaN), 0);
    if (parseYuan(total[name]) !== sum) return `${totals[name]} is not the sum of the lines`;
  }
  return null;
}

function rowOf(line: Cells): BillRow | undefined {
  const kind = kinds[line.state];
  const at = timeOf(line.at);
  const amount =
    kind === "refund" ? amountOf(line.asked, line.refunded) : amountOf(line.ordered, line.settled);
  const fee = line.fee === "" ? null : parseYuan(line.fee);
  if (!kind || at === undefined || amount === undefined || fee === undefined || !line.paymentId)
    return undefined;
  const refundId = kind === "refund" ? numberOf(line.refundId) : null;
  const platformNumber = (kind === "refund" ? numberOf(line.platformRefund) : null) ?? line.platformNumber;
  return { kind, paymentId: line.paymentId, refundId, platformNumber, amountFen: amount, feeFen: fee, at };
}

/** What was asked for, vouchers included; older files have only the settled amount. Some write refunds as negative. */
function amountOf(whole: string, settled: string): Fen | undefined {
  const amount = parseYuan(whole === "" ? settled : whole);
  return amount === undefined ? undefined : fen(Math.abs(amount));
}

/** "0" stands for no number. */
const numberOf = (text: string): string | null => (text === "" || text === "0" ? null : text);

function timeOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text.replace(" ", "T")}Z`) - 8 * hour;
  return Number.isNaN(at) ? undefined : at;
}
