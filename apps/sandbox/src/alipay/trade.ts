import type { Json } from "../http/exchange.ts";
import { startNotifying } from "../notification/notify-record.ts";
import { alipayOpenIdOf, alipayUserIdOf, personOf } from "../people/identity.ts";
import type { AlipayTrade } from "../state/records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { type Failure, refused } from "./outcome.ts";

export const tradeChannel = "alipay/trade";

const refundWindow = 365 * 86_400_000;

/** Timeouts and the end of the refund window: nothing runs then and nobody is told (alipay.md 5b, 5c). */
export function settleTrade(trade: AlipayTrade, now: number): AlipayTrade {
  if (trade.state === "WAIT_BUYER_PAY" && trade.expiresAt <= now) {
    trade.state = "TRADE_CLOSED";
    trade.closedAt = trade.expiresAt;
  } else if (trade.state === "TRADE_SUCCESS" && trade.paidAt !== null && trade.paidAt + refundWindow < now) {
    trade.state = "TRADE_FINISHED";
  }
  return trade;
}

export function findTradeByOrder(world: World, outTradeNo: string): AlipayTrade | undefined {
  const trade = world.state.alipayTrades.get(outTradeNo);
  return trade === undefined ? undefined : settleTrade(trade, world.clock.now());
}

export function findTradeByNo(world: World, tradeNo: string): AlipayTrade | undefined {
  const outTradeNo = world.state.tradeToOrder.get(tradeNo);
  return outTradeNo === undefined ? undefined : findTradeByOrder(world, outTradeNo);
}

/** By trade_no or out_trade_no; trade_no wins (alipay.md 5c). */
export function tradeOf(world: World, biz: Json): { trade: AlipayTrade } | { outcome: Failure } {
  const tradeNo = biz.trade_no;
  const outTradeNo = biz.out_trade_no;
  if (typeof tradeNo !== "string" && typeof outTradeNo !== "string") {
    return { outcome: refused("ACQ.INVALID_PARAMETER", "trade_no 与 out_trade_no 不能同时为空") };
  }
  const trade =
    typeof tradeNo === "string" && tradeNo !== ""
      ? findTradeByNo(world, tradeNo)
      : findTradeByOrder(world, String(outTradeNo));
  return trade === undefined ? { outcome: refused("ACQ.TRADE_NOT_EXIST", "交易不存在") } : { trade };
}

export const refundedFen = (trade: AlipayTrade): number =>
  trade.refunds.reduce((sum, refund) => sum + refund.amountFen, 0);

/** The buyer by the ids that this app may see. */
export function buyerFields(
  world: World,
  trade: AlipayTrade,
  userIdName: "buyer_id" | "buyer_user_id",
): Json {
  const { alipayIdentity } = world.state.faults;
  return {
    buyer_logon_id: `${trade.person.slice(0, 3)}***@sandbox.example`,
    ...(alipayIdentity === "user_id" ? {} : { buyer_open_id: alipayOpenIdOf(trade.appId, trade.person) }),
    ...(alipayIdentity === "open_id" ? {} : { [userIdName]: alipayUserIdOf(trade.person) }),
  };
}

/** The person behind a pair of id fields, or undefined for an id that Alipay never gave to this app. */
export function personBy(world: World, ids: { openId: unknown; userId: unknown }): string | undefined {
  const { appId } = world.secrets.alipay;
  if (typeof ids.openId === "string" && ids.openId !== "")
    return personOf(world.state, "alipayOpenId", appId, ids.openId);
  return typeof ids.userId === "string"
    ? personOf(world.state, "alipayUserId", appId, ids.userId)
    : undefined;
}

/** Moves the money; the caller has checked that the trade waits for it. */
export function payTrade(world: World, trade: AlipayTrade): void {
  trade.state = "TRADE_SUCCESS";
  trade.paidAt = world.clock.now();
  count(world.state, "alipay.paid");
  if (trade.notifyUrl !== null) startNotifying(world, tradeChannel, trade.outTradeNo, trade.notify);
  world.touch();
}

export function failTrade(world: World, trade: AlipayTrade): void {
  trade.failedAttempts += 1;
  count(world.state, "alipay.failedAttempts");
  world.touch();
}
