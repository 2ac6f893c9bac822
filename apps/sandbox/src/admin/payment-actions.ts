import { err, ok, type Result } from "@sanqi/kernel";
import { failTrade, findTradeByOrder, payTrade, tradeChannel } from "../alipay/trade.ts";
import type { Json } from "../http/exchange.ts";
import { startNotifying } from "../notification/notify-record.ts";
import type { NotifyPlan, NotifyRecord } from "../state/records.ts";
import { failPayment, findPayment, paymentChannel, payPayment } from "../wechat-pay/payment.ts";
import type { World } from "../world.ts";
import { alipayTradeView, type PaymentView, wechatPaymentView } from "./payment-view.ts";

export const paymentActions = [
  "pay",
  "fail",
  "notify",
  "notify-twice",
  "notify-late",
  "never-notify",
] as const;
export type PaymentAction = (typeof paymentActions)[number];

type ActionError = { readonly kind: "notFound" | "refused"; readonly detail: string };

/** One payment of either platform, as the buttons need it. */
type Subject = {
  readonly channel: string;
  readonly outTradeNo: string;
  readonly notify: NotifyRecord;
  readonly open: boolean;
  readonly paid: boolean;
  pay(): void;
  fail(): void;
  view(): PaymentView;
};

function subjectOf(world: World, channel: string, outTradeNo: string): Subject | undefined {
  if (channel === "wechatPay") {
    const payment = findPayment(world, outTradeNo);
    if (payment === undefined) return undefined;
    return {
      channel: paymentChannel,
      outTradeNo,
      notify: payment.notify,
      open: payment.state === "NOTPAY",
      paid: payment.paidAt !== null,
      pay: () => payPayment(world, payment),
      fail: () => failPayment(world, payment),
      view: () => wechatPaymentView(world, payment),
    };
  }
  const trade = channel === "alipay" ? findTradeByOrder(world, outTradeNo) : undefined;
  if (trade === undefined) return undefined;
  return {
    channel: tradeChannel,
    outTradeNo,
    notify: trade.notify,
    open: trade.state === "WAIT_BUYER_PAY",
    paid: trade.paidAt !== null,
    pay: () => payTrade(world, trade),
    fail: () => failTrade(world, trade),
    view: () => alipayTradeView(world, trade),
  };
}

function planOf(world: World, action: PaymentAction, body: Json): NotifyPlan {
  if (action === "notify-twice") return { mode: "twice" };
  if (action === "never-notify") return { mode: "never" };
  if (action !== "notify-late") return { mode: "normal" };
  const { afterMs } = body;
  const valid =
    typeof afterMs === "number" && Number.isSafeInteger(afterMs) && afterMs >= 0 && afterMs <= 86_400_000;
  return { mode: "late", afterMs: valid ? afterMs : world.state.faults.lateNotifyMs };
}

/**
 * pay and fail act as the person at the cashier. The four others say how this payment notifies: before it is paid they
 * are remembered for then, afterwards they act at once.
 */
export function actOnPayment(
  world: World,
  request: { channel: string; outTradeNo: string; action: string; body: Json },
): Result<PaymentView, ActionError> {
  const action = paymentActions.find((one) => one === request.action);
  const subject = subjectOf(world, request.channel, request.outTradeNo);
  if (action === undefined) return err({ kind: "notFound", detail: `action: ${paymentActions.join(", ")}` });
  if (subject === undefined) return err({ kind: "notFound", detail: "no such payment / 没有这笔支付" });
  if (action === "pay" || action === "fail") {
    if (!subject.open)
      return err({ kind: "refused", detail: "the payment is not open / 支付不在待支付状态" });
    subject[action]();
    return ok(subject.view());
  }
  subject.notify.plan = planOf(world, action, request.body);
  if (subject.paid) startNotifying(world, subject.channel, subject.outTradeNo, subject.notify);
  world.touch();
  return ok(subject.view());
}
