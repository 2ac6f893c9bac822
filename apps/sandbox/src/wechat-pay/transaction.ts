import { rfc3339 } from "../beijing-time.ts";
import type { Json } from "../http/exchange.ts";
import type { WechatPayment } from "../state/records.ts";
import type { World } from "../world.ts";

const stateWords = {
  NOTPAY: "订单未支付",
  SUCCESS: "支付成功",
  REFUND: "订单发生过退款",
  CLOSED: "订单已关闭",
} as const;

/** The transaction as query and notification tell it; what is not paid has no transaction_id (wechat.md 8, 9). */
export function transactionOf(world: World, payment: WechatPayment, state: WechatPayment["state"]): Json {
  const paid =
    payment.transactionId === null || payment.paidAt === null
      ? {}
      : {
          transaction_id: payment.transactionId,
          trade_type: "JSAPI",
          bank_type: "OTHERS",
          success_time: rfc3339(payment.paidAt),
        };
  return {
    appid: payment.appId,
    mchid: world.secrets.wechatPay.mchId,
    out_trade_no: payment.outTradeNo,
    ...paid,
    trade_state: state,
    trade_state_desc: stateWords[state],
    ...(payment.attach === null ? {} : { attach: payment.attach }),
    payer: { openid: payment.openid },
    amount: {
      total: payment.amountFen,
      payer_total: payment.amountFen,
      currency: "CNY",
      payer_currency: "CNY",
    },
  };
}
