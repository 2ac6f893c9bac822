import { alipayTime } from "../beijing-time.ts";
import type { World } from "../world.ts";
import { type BillLine, feeOf, feeRate } from "./bill-line.ts";

const yuan = (fen: number): string =>
  `${fen < 0 ? "-" : ""}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, "0")}`;

/** Fees stand with more decimals than other amounts; they are whole fen all the same. */
const feeText = (world: World, fen: number): string =>
  `${yuan(fen)}${world.state.faults.wechatBillFees === "five" ? "000" : ""}`;

export type BillType = "ALL" | "SUCCESS" | "REFUND";

/** The columns of bill_type ALL with what stands in them. */
function cellsOf(world: World, line: BillLine): readonly (readonly [column: string, value: string])[] {
  const refund = line.kind === "refund";
  const sign = world.state.faults.wechatBillRefunds === "minus" ? -1 : 1;
  const back = refund ? yuan(sign * line.amountFen) : "0.00";
  return [
    ["交易时间", alipayTime(line.at)],
    ["公众账号ID", world.secrets.wechat.appId],
    ["商户号", world.secrets.wechatPay.mchId],
    ["特约商户号", "0"],
    ["设备号", ""],
    ["微信订单号", line.platformNo],
    ["商户订单号", line.outTradeNo],
    ["用户标识", line.payer],
    ["交易类型", "JSAPI"],
    ["交易状态", refund ? "REFUND" : "SUCCESS"],
    ["付款银行", "OTHERS"],
    ["货币种类", "CNY"],
    ["应结订单金额", refund ? "0.00" : yuan(line.amountFen)],
    ["代金券金额", "0.00"],
    ["微信退款单号", line.platformRefundNo ?? "0"],
    ["商户退款单号", line.refundNo ?? "0"],
    ["退款金额", back],
    ["充值券退款金额", "0.00"],
    ["退款类型", refund ? "ORIGINAL" : ""],
    ["退款状态", refund ? "SUCCESS" : ""],
    ["商品名称", line.title],
    ["商户数据包", ""],
    ["手续费", feeText(world, feeOf(line))],
    ["费率", feeRate],
    ["订单金额", refund ? "0.00" : yuan(line.amountFen)],
    ["申请退款金额", back],
    ["费率备注", ""],
  ];
}

function totalsOf(world: World, lines: readonly BillLine[]): readonly (readonly [string, string])[] {
  const sum = (kind: BillLine["kind"]) =>
    lines.reduce((total, line) => total + (line.kind === kind ? line.amountFen : 0), 0);
  const back = yuan((world.state.faults.wechatBillRefunds === "minus" ? -1 : 1) * sum("refund"));
  const paid = yuan(sum("payment") + (world.state.faults.billBroken === "totals" ? 1 : 0));
  return [
    ["总交易单数", String(lines.length)],
    ["应结订单总金额", paid],
    ["退款总金额", back],
    ["充值券退款总金额", "0.00"],
    [
      "手续费总金额",
      feeText(
        world,
        lines.reduce((total, line) => total + feeOf(line), 0),
      ),
    ],
    ["订单总金额", paid],
    ["申请退款总金额", back],
  ];
}

/** Nothing in a value may end it: line ends become spaces, and the backtick belongs to the form. */
const clean = (value: string): string => value.replace(/[\r\n`]+/g, " ");

const quoted = (value: string): string => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function written(world: World, values: readonly string[]): string {
  return world.state.faults.wechatBillTicks
    ? values.map((value) => `\`${clean(value)}`).join(",")
    : values.map((value) => quoted(clean(value))).join(",");
}

/** The bill in WeChat Pay's form: header, lines, header of totals, totals; UTF-8, yuan, each value after a backtick. */
export function wechatBillText(world: World, lines: readonly BillLine[]): string {
  const { billBroken, billColumns } = world.state.faults;
  const more: readonly (readonly [string, string])[] =
    billColumns === "more" ? [["新增列", "an unknown, new one"]] : [];
  const shown = (line: BillLine) =>
    [...more, ...cellsOf(world, line)].filter(
      ([column]) => billBroken !== "column" || column !== "商户订单号",
    );
  const [sample] = lines;
  if (sample === undefined) return "";
  const totals = totalsOf(world, lines);
  const text = [
    shown(sample)
      .map(([column]) => column)
      .join(","),
    ...lines.map((line) =>
      written(
        world,
        shown(line).map(([, value]) => value),
      ),
    ),
    totals.map(([column]) => column).join(","),
    written(
      world,
      totals.map(([, value]) => value),
    ),
    "",
  ].join("\r\n");
  return billBroken === "truncated" ? text.slice(0, text.length / 2) : text;
}
