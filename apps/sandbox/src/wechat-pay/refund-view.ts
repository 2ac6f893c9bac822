import { rfc3339 } from "../beijing-time.ts";
import type { Json } from "../http/exchange.ts";
import type { WechatRefund } from "../state/records.ts";
import type { World } from "../world.ts";

const common = (refund: WechatRefund): Json => ({
  refund_id: refund.refundId,
  out_refund_no: refund.outRefundNo,
  transaction_id: refund.transactionId,
  out_trade_no: refund.outTradeNo,
  user_received_account: "支付用户零钱",
  ...(refund.successAt === null ? {} : { success_time: rfc3339(refund.successAt) }),
});

/** The refund as create and query answer it. */
export const refundAnswerOf = (refund: WechatRefund): Json => ({
  ...common(refund),
  channel: "ORIGINAL",
  create_time: rfc3339(refund.createdAt),
  status: refund.state,
  funds_account: "AVAILABLE",
  amount: {
    total: refund.totalFen,
    refund: refund.amountFen,
    payer_total: refund.totalFen,
    payer_refund: refund.amountFen,
    settlement_refund: refund.amountFen,
    settlement_total: refund.totalFen,
    discount_refund: 0,
    currency: "CNY",
  },
});

/** The refund as the notification tells it: `refund_status`, not `status` (wechat.md 10). */
export const refundNoticeOf = (world: World, refund: WechatRefund): Json => ({
  mchid: world.secrets.wechatPay.mchId,
  ...common(refund),
  refund_status: refund.state,
  amount: {
    total: refund.totalFen,
    refund: refund.amountFen,
    payer_total: refund.totalFen,
    payer_refund: refund.amountFen,
  },
});
