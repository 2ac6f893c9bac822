import { compactDay } from "../beijing-time.ts";
import { startNotifying } from "../notification/notify-record.ts";
import { digits } from "../signing.ts";
import type { WechatPayment } from "../state/records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";

export const paymentChannel = "wechatPay/payment";

/** Closes a payment whose time has passed. Nothing runs at that moment: whoever looks, sees it closed. */
export function settle(payment: WechatPayment, now: number): WechatPayment {
  if (payment.state === "NOTPAY" && payment.expiresAt <= now) payment.state = "CLOSED";
  return payment;
}

export function findPayment(world: World, outTradeNo: string): WechatPayment | undefined {
  const payment = world.state.wechatPayments.get(outTradeNo);
  return payment === undefined ? undefined : settle(payment, world.clock.now());
}

/** Moves the money; the caller has checked that the payment is open. Notifies by the payment's plan. */
export function payPayment(world: World, payment: WechatPayment): void {
  const now = world.clock.now();
  payment.state = "SUCCESS";
  payment.paidAt = now;
  payment.transactionId = `4200002${digits(3)}${compactDay(now)}${digits(10)}`;
  world.state.transactionToOrder.set(payment.transactionId, payment.outTradeNo);
  count(world.state, "wechatPay.paid");
  startNotifying(world, paymentChannel, payment.outTradeNo, payment.notify);
  world.touch();
}

/** A failed attempt leaves the order open, and the platform tells nobody (wechat.md 9). */
export function failPayment(world: World, payment: WechatPayment): void {
  payment.failedAttempts += 1;
  count(world.state, "wechatPay.failedAttempts");
  world.touch();
}
