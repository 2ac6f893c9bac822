import { openOrderString } from "../alipay/app-pay.ts";
import { failTrade, findTradeByNo, payTrade } from "../alipay/trade.ts";
import type { AlipayTrade } from "../state/records.ts";
import type { World } from "../world.ts";
import type { Press } from "./request.ts";

/** What the cashier tells the app; never proof of payment (alipay.md 5a). */
export type CashierResult = {
  readonly code: "9000" | "8000" | "6004" | "6001" | "4000";
  readonly memo: string;
  readonly trade: AlipayTrade | null;
};

/** Lets the person act on an open trade. */
function press(world: World, trade: AlipayTrade, what: Press): CashierResult {
  if (what === "cancel") return { code: "6001", memo: "用户中途取消", trade };
  if (what === "fail") {
    failTrade(world, trade);
    return { code: "4000", memo: "订单支付失败", trade };
  }
  payTrade(world, trade);
  // The money moved, only the client does not know: both mean "query" to the app.
  if (what === "processing") return { code: "8000", memo: "正在处理中", trade };
  return what === "unknown"
    ? { code: "6004", memo: "处理结果未知", trade }
    : { code: "9000", memo: "", trade };
}

export function payByTradeNo(
  world: World,
  tradeNo: string,
  who: { person: string; press: Press },
): CashierResult {
  const trade = findTradeByNo(world, tradeNo);
  const refuse = (memo: string): CashierResult => ({ code: "4000", memo, trade: trade ?? null });
  if (trade === undefined) return refuse("交易不存在");
  if (trade.person !== who.person) return refuse("付款人与交易的买家不一致");
  if (trade.state !== "WAIT_BUYER_PAY")
    return refuse(trade.paidAt === null ? "交易已经关闭" : "交易已被支付");
  return press(world, trade, who.press);
}

export function payByOrderString(
  world: World,
  orderString: string,
  who: { person: string; press: Press },
): CashierResult {
  const opened = openOrderString(world, orderString, who.person);
  return opened.ok
    ? press(world, opened.trade, who.press)
    : { code: "4000", memo: `${opened.error.subCode} ${opened.error.subMsg}`, trade: null };
}
