import { findTradeByOrder, refundedFen } from "../alipay/trade.ts";
import type { AlipayTrade, NotifyRecord, WechatPayment } from "../state/records.ts";
import { settle } from "../wechat-pay/payment.ts";
import type { World } from "../world.ts";

export type PaymentView = {
  readonly channel: "wechatPay" | "alipay";
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  readonly amountFen: number;
  readonly refundedFen: number;
  /** The platform's own word. */
  readonly state: string;
  readonly open: boolean;
  readonly paidAt: number | null;
  readonly createdAt: number;
  readonly payer: string;
  readonly title: string;
  readonly failedAttempts: number;
  readonly notify: {
    readonly mode: string;
    readonly attempts: number;
    readonly acknowledgedAt: number | null;
    readonly lastAnswer: string | null;
  };
};

export type RefundView = {
  readonly channel: "wechatPay" | "alipay";
  readonly outTradeNo: string;
  readonly refundNo: string;
  readonly amountFen: number;
  readonly state: string;
  readonly at: number;
  readonly reason: string | null;
};

const notifyView = ({ plan, attempts, acknowledgedAt, lastAnswer }: NotifyRecord) => ({
  mode: plan.mode,
  attempts,
  acknowledgedAt,
  lastAnswer,
});

export function wechatPaymentView(world: World, payment: WechatPayment): PaymentView {
  settle(payment, world.clock.now());
  const {
    outTradeNo,
    transactionId,
    amountFen,
    state,
    paidAt,
    createdAt,
    person,
    description,
    failedAttempts,
  } = payment;
  const refunded = payment.refundNos
    .map((no) => world.state.wechatRefunds.get(no))
    .reduce(
      (sum, refund) => sum + (refund === undefined || refund.state === "CLOSED" ? 0 : refund.amountFen),
      0,
    );
  return {
    channel: "wechatPay",
    outTradeNo,
    transactionId,
    amountFen,
    refundedFen: refunded,
    state,
    open: state === "NOTPAY",
    paidAt,
    createdAt,
    payer: person,
    title: description,
    failedAttempts,
    notify: notifyView(payment.notify),
  };
}

export function alipayTradeView(world: World, trade: AlipayTrade): PaymentView {
  findTradeByOrder(world, trade.outTradeNo);
  const { outTradeNo, amountFen, state, paidAt, createdAt, person, subject, failedAttempts } = trade;
  return {
    channel: "alipay",
    outTradeNo,
    transactionId: trade.tradeNo,
    amountFen,
    refundedFen: refundedFen(trade),
    state,
    open: state === "WAIT_BUYER_PAY",
    paidAt,
    createdAt,
    payer: person,
    title: subject,
    failedAttempts,
    notify: notifyView(trade.notify),
  };
}

export function refundViews(world: World): RefundView[] {
  const wechat = [...world.state.wechatRefunds.values()].map(
    (refund): RefundView => ({
      channel: "wechatPay",
      outTradeNo: refund.outTradeNo,
      refundNo: refund.outRefundNo,
      amountFen: refund.amountFen,
      state: refund.state,
      at: refund.createdAt,
      reason: refund.reason,
    }),
  );
  const alipay = [...world.state.alipayTrades.values()].flatMap((trade) =>
    trade.refunds.map(
      (refund): RefundView => ({
        channel: "alipay",
        outTradeNo: trade.outTradeNo,
        refundNo: refund.requestNo,
        amountFen: refund.amountFen,
        state: "SUCCESS",
        at: refund.at,
        reason: refund.reason,
      }),
    ),
  );
  return [...wechat, ...alipay];
}
