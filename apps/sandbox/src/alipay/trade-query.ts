import { alipayTime } from "../beijing-time.ts";
import type { Json } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { yuan } from "./amount.ts";
import { done, type Outcome } from "./outcome.ts";
import { buyerFields, tradeOf } from "./trade.ts";

/** alipay.trade.query (alipay.md 5c). */
export function queryTrade(world: World, biz: Json): Outcome {
  const found = tradeOf(world, biz);
  if ("outcome" in found) return found.outcome;
  const { trade } = found;
  const paid = trade.paidAt === null ? "0.00" : yuan(trade.amountFen);
  const options = Array.isArray(biz.query_options) ? biz.query_options : [];
  return done({
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    ...buyerFields(world, trade, "buyer_user_id"),
    trade_status: trade.state,
    total_amount: yuan(trade.amountFen),
    receipt_amount: paid,
    buyer_pay_amount: paid,
    invoice_amount: paid,
    point_amount: "0.00",
    ...(trade.paidAt === null ? {} : { send_pay_date: alipayTime(trade.paidAt) }),
    ...(options.includes("fund_bill_list") && trade.paidAt !== null
      ? { fund_bill_list: [{ fund_channel: "ALIPAYACCOUNT", amount: yuan(trade.amountFen) }] }
      : {}),
  });
}
