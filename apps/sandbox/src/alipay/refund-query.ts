import { alipayTime } from "../beijing-time.ts";
import type { Json } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { yuan } from "./amount.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { tradeOf } from "./trade.ts";

/** alipay.trade.fastpay.refund.query: no refund_status means not done or a wrong number, with code 10000 all the same (alipay.md 5d). */
export function queryRefund(world: World, biz: Json): Outcome {
  if (typeof biz.out_request_no !== "string" || biz.out_request_no === "")
    return refused("ACQ.INVALID_PARAMETER", "out_request_no 不能为空");
  const found = tradeOf(world, biz);
  if ("outcome" in found) return found.outcome;
  const { trade } = found;
  const refund = trade.refunds.find((one) => one.requestNo === biz.out_request_no);
  if (refund === undefined || refund.at + world.state.faults.alipayRefundVisibleMs > world.clock.now())
    return done({});
  const options = Array.isArray(biz.query_options) ? biz.query_options : [];
  return done({
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    out_request_no: refund.requestNo,
    total_amount: yuan(trade.amountFen),
    refund_amount: yuan(refund.amountFen),
    refund_status: "REFUND_SUCCESS",
    ...(refund.reason === null ? {} : { refund_reason: refund.reason }),
    ...(options.includes("gmt_refund_pay") ? { gmt_refund_pay: alipayTime(refund.at) } : {}),
  });
}
