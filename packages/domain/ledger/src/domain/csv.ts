import { chinaClockText, chinaDay, type Fen, yuanText } from "@sanqi/kernel";
import type { Payout, PayoutState } from "./payout.ts";
import type { PostingKind } from "./posting.ts";
import type { Statement } from "./statement.ts";

const kindWords: Record<PostingKind, string> = {
  payment: "付款",
  returnDue: "待退",
  earned: "订单完成",
  refund: "退款",
  share: "平台分账",
  payoutPrepared: "发薪",
  payoutPaid: "发薪到账",
  payoutReturned: "发薪退回",
  channelFee: "手续费",
  transfer: "转账",
};
const stateWords: Record<PayoutState, string> = {
  prepared: "待发",
  sent: "已提交银行",
  paid: "已到账",
  failed: "失败",
  cancelled: "已取消",
};

/**
 * A table as spreadsheets read it: UTF-8 with a byte order mark, fields quoted where they need it. A text that a spreadsheet
 * would take for a formula (a shop may be called "=1+1") gets an apostrophe in front; amounts are made here and stay numbers.
 */
function table(head: readonly string[], rows: readonly (readonly (string | Amount)[])[]): string {
  const field = (value: string | Amount) => {
    const text =
      typeof value === "string" ? value.replace(/^[=+\-@\t\r]/, (sign) => `'${sign}`) : yuanText(value.fen);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${[head, ...rows].map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}
type Amount = { readonly fen: Fen };
const yuan = (amount: Fen): Amount => ({ fen: amount });
const time = (at: number) => `${chinaDay(at)} ${chinaClockText(at)}`;

/** A statement for spreadsheets, in yuan. */
export function statementCsv(statement: Statement, name: string): string {
  const { from, to, openingFen, closingFen, lines, totals } = statement;
  const amounts = (a: Statement["totals"]) => [
    yuan(a.earnedFen),
    yuan(a.discountFen),
    yuan(a.commissionFen),
    yuan(a.refundFen),
    yuan(a.payoutFen),
    yuan(a.amountFen),
  ];
  const blank = ["", "", "", "", ""];
  return table(
    [
      "时间",
      "类型",
      "取餐号",
      "订单号",
      "收入",
      "优惠承担",
      "佣金",
      "退款",
      "发薪",
      "合计",
      "收款方",
      "备注",
    ],
    [
      [time(from), "期初余额", "", "", ...blank, yuan(openingFen), name, ""],
      ...lines.map((line) => [
        time(line.at),
        kindWords[line.kind],
        line.orderNo ?? "",
        line.orderId ?? "",
        ...amounts(line),
        name,
        line.note ?? "",
      ]),
      [time(to), "本期合计", "", "", ...amounts(totals), name, ""],
      [time(to), "期末余额", "", "", ...blank, yuan(closingFen), name, ""],
    ],
  );
}

/** Pay-outs for whoever tells the bank. */
export const payoutsCsv = (payouts: readonly (Payout & { readonly name: string })[]): string =>
  table(
    ["发薪编号", "收款方", "账户", "周期", "金额", "状态", "次数", "备注"],
    payouts.map((payout) => [
      payout.payoutId,
      payout.name,
      payout.payee,
      payout.period,
      yuan(payout.amountFen),
      stateWords[payout.state],
      String(payout.attempt),
      payout.note,
    ]),
  );
