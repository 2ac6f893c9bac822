import { compactDay } from "../beijing-time.ts";
import type { Json } from "../http/exchange.ts";
import { digits } from "../signing.ts";
import type { AlipayRefund, AlipayTrade } from "../state/records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { parseYuan, yuan } from "./amount.ts";
import { refundNoticeChannel } from "./notification.ts";
import { done, failed, type Outcome, refused } from "./outcome.ts";
import { royaltiesBack } from "./royalty.ts";
import { buyerFields, refundedFen, tradeOf } from "./trade.ts";

// The documentation warns of failed or doubled refunds when other fields are sent (alipay.md 5d).
const documented = new Set([
  "out_trade_no",
  "trade_no",
  "refund_amount",
  "out_request_no",
  "refund_reason",
  "operator_id",
  "refund_royalty_parameters",
  "refund_goods_detail",
  "query_options",
]);

function refuseState(trade: AlipayTrade): Outcome | null {
  if (trade.state === "WAIT_BUYER_PAY") return refused("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
  if (trade.state === "TRADE_FINISHED") return refused("ACQ.TRADE_HAS_FINISHED", "交易已完结");
  // A fully refunded trade is closed too; what it says then is "over the total", below.
  return trade.paidAt === null ? refused("ACQ.TRADE_HAS_CLOSE", "交易已经关闭") : null;
}

const answerOf = (
  world: World,
  trade: AlipayTrade,
  move: { refund: AlipayRefund; change: "Y" | "N"; biz: Json },
): Outcome =>
  done({
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    ...buyerFields(world, trade, "buyer_user_id"),
    fund_change: move.change,
    refund_fee: yuan(refundedFen(trade)),
    ...(Array.isArray(move.biz.query_options) && move.biz.query_options.includes("refund_detail_item_list")
      ? {
          send_back_fee: yuan(move.refund.amountFen),
          refund_detail_item_list: [{ fund_channel: "ALIPAYACCOUNT", amount: yuan(move.refund.amountFen) }],
        }
      : {}),
  });

function moveMoney(world: World, trade: AlipayTrade, refund: AlipayRefund): void {
  trade.refunds.push(refund);
  if (refundedFen(trade) === trade.amountFen) {
    trade.state = "TRADE_CLOSED";
    trade.closedAt = refund.at;
  } else if (world.state.faults.alipayRefundNotify && trade.notifyUrl !== null) {
    world.notifier.begin(refundNoticeChannel, `${trade.outTradeNo}/${refund.requestNo}`, 0);
  }
  count(world.state, "alipay.refunds");
  world.touch();
}

/** alipay.trade.refund: out_request_no names one refund of one trade; refund_fee is cumulative (alipay.md 5d). */
export function refundTrade(world: World, biz: Json): Outcome {
  const { faults } = world.state;
  const unknown = Object.keys(biz).find((name) => !documented.has(name));
  if (unknown !== undefined) return refused("ACQ.INVALID_PARAMETER", `参数有误: ${unknown}`);
  const found = tradeOf(world, biz);
  if ("outcome" in found) return found.outcome;
  const { trade } = found;
  const amountFen = parseYuan(biz.refund_amount);
  if (amountFen === null) return refused("ACQ.INVALID_PARAMETER", "refund_amount 格式错误");
  const sent = biz.out_request_no;
  if (sent !== undefined && (typeof sent !== "string" || !/^\S{1,64}$/.test(sent)))
    return refused("ACQ.INVALID_PARAMETER", "out_request_no 格式错误");
  const requestNo = sent ?? trade.outTradeNo;
  const known = trade.refunds.find((refund) => refund.requestNo === requestNo);
  if (known !== undefined) {
    if (known.amountFen !== amountFen)
      return refused("ACQ.DISCORDANT_REPEAT_REQUEST", "重复退款请求的金额不一致");
    return answerOf(world, trade, { refund: known, change: "N", biz });
  }
  const wrongState = refuseState(trade);
  if (wrongState !== null) return wrongState;
  if (sent === undefined && amountFen !== trade.amountFen)
    return refused("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "部分退款须传 out_request_no");
  if (refundedFen(trade) + amountFen > trade.amountFen)
    return refused(faults.alipayOverRefund, "退款金额超过可退金额");
  if (faults.alipaySellerPoor) return refused("ACQ.SELLER_BALANCE_NOT_ENOUGH", "卖家余额不足");
  const takeBack = royaltiesBack(world, trade, biz);
  if (typeof takeBack !== "function") return takeBack;
  const now = world.clock.now();
  const reason = typeof biz.refund_reason === "string" ? biz.refund_reason : null;
  const refund: AlipayRefund = {
    requestNo,
    amountFen,
    reason,
    at: now,
    notifyId: `${compactDay(now)}${digits(26)}`,
  };
  takeBack();
  moveMoney(world, trade, refund);
  // The repeat with the same number then answers as usual: what a careful caller does.
  if (faults.alipayTimeoutAfterMoved) return failed("20000", "aop.unknow-error", "系统繁忙");
  return answerOf(world, trade, { refund, change: "Y", biz });
}
