import type { Json } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { tradeOf } from "./trade.ts";

/** alipay.trade.close: only what waits for its buyer; on a refusal the caller must query, it may have been paid (alipay.md 5c). */
export function closeTrade(world: World, biz: Json): Outcome {
  const found = tradeOf(world, biz);
  if ("outcome" in found) return found.outcome;
  const { trade } = found;
  if (trade.state === "TRADE_CLOSED") return refused("ACQ.REASON_TRADE_STATUS_INVALID", "交易状态异常");
  if (trade.state !== "WAIT_BUYER_PAY") return refused("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
  trade.state = "TRADE_CLOSED";
  trade.closedAt = world.clock.now();
  world.touch();
  return done({ trade_no: trade.tradeNo, out_trade_no: trade.outTradeNo });
}
