import { parseObject } from "../http/exchange.ts";
import type { AlipayTrade } from "../state/records.ts";
import type { World } from "../world.ts";
import { refuseCommon } from "./gateway.ts";
import { type Failure, refused } from "./outcome.ts";
import { findTradeByOrder } from "./trade.ts";
import { openTrade, parseOrder } from "./trade-order.ts";

export type Opened = { readonly ok: true; readonly trade: AlipayTrade } | Failure;

/**
 * Opens the cashier with an app-pay order string, as DingTalk and my.tradePay do: checks its signature and makes the
 * trade. Until then Alipay does not know the order (alipay.md 5c; dingtalk.md 9).
 */
export function openOrderString(world: World, orderString: string, person: string): Opened {
  const params = Object.fromEntries(new URLSearchParams(orderString));
  // The clock is not looked at: the string is made when the order page opens and used when the person presses pay.
  const wrong = refuseCommon(world, params, { anyTime: true });
  if (wrong !== null) return wrong;
  if (params.method !== "alipay.trade.app.pay") return refused("isv.invalid-method", "不是 App 支付的订单串");
  const biz = parseObject(params.biz_content ?? "");
  if (biz === null) return refused("ACQ.INVALID_PARAMETER", "biz_content 不是合法的 JSON 对象");
  if (biz.product_code !== undefined && biz.product_code !== "QUICK_MSECURITY_PAY")
    return refused("ACQ.ACCESS_FORBIDDEN", "没有权限使用此产品");
  const order = parseOrder(world, biz, params);
  if ("ok" in order) return order;
  const known = findTradeByOrder(world, order.outTradeNo);
  if (known === undefined) return { ok: true, trade: openTrade(world, order, person) };
  if (known.state === "TRADE_CLOSED") return refused("ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
  if (known.state !== "WAIT_BUYER_PAY") return refused("ACQ.TRADE_HAS_SUCCESS", "交易已被支付");
  const same =
    known.amountFen === order.amountFen && known.subject === order.subject && known.person === person;
  return same ? { ok: true, trade: known } : refused("ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改");
}
