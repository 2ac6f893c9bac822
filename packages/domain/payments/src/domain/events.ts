import type { AccountId, Fen, OrderId, PaymentId, RefundId } from "@sanqi/kernel";

export type PaymentSucceeded = {
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly amountFen: Fen;
  readonly paidAt: number;
};
/** Nobody may pay any more under this number; should money come all the same, `payment.succeeded` says so. */
export type PaymentClosed = Pick<PaymentSucceeded, "paymentId" | "orderId">;
export type RefundRequested = {
  readonly refundId: RefundId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
};
/** The platform will not pay back under this number; an operator must look, then replays the event. */
export type RefundFailed = RefundRequested & { readonly failure: string };

/** Money has gone back. `full`: with it, nothing is left of the payment. */
export type PaymentRefunded = {
  readonly refundId: RefundId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly key: string;
  readonly amountFen: Fen;
  readonly full: boolean;
  readonly reason: string;
};
