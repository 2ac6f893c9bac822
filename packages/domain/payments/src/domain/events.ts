import type { AccountId, Fen, OrderId, PaymentId, RefundId } from "@sanqi/kernel";

export type PaymentSucceeded = {
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly amountFen: Fen;
  readonly paidAt: number;
};
export type RefundRequested = {
  readonly refundId: RefundId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
};
export type PaymentRefunded = {
  readonly refundId: RefundId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly amountFen: Fen;
  readonly reason: string;
};
