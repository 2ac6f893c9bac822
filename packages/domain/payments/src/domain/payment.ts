import type { AccountId, CampusId, Fen, Host, OrderId, PaymentId, RefundId } from "@sanqi/kernel";

/**
 * `unknown`: the platform may or may not have taken the money; it is asked until it says.
 * A payment that arrives for an order that has ended is `paid` like any other and is then refunded in full.
 */
export const paymentStates = {
  prepared: { succeed: "paid", lose: "unknown", close: "closed" },
  unknown: { succeed: "paid", close: "closed", confirmUnpaid: "prepared" },
  closed: { succeed: "paid" },
  paid: { startRefund: "refunding" },
  refunding: { finishRefund: "refunded" },
  refunded: {},
} as const satisfies Record<string, Partial<Record<PaymentCommand, string>>>;

export type PaymentCommand = "succeed" | "lose" | "close" | "confirmUnpaid" | "startRefund" | "finishRefund";
export type PaymentState = keyof typeof paymentStates;

export type Payment = {
  readonly campusId: CampusId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly host: Host;
  readonly channel: "wechatPay" | "alipay";
  readonly amountFen: Fen;
  readonly state: PaymentState;
  readonly transactionId: string | null;
  readonly expiresAt: number;
  readonly createdAt: number;
  readonly paidAt: number | null;
};

export type Refund = {
  readonly campusId: CampusId;
  readonly refundId: RefundId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly amountFen: Fen;
  readonly state: "requested" | "processing" | "succeeded" | "failed";
  readonly reason: string;
};

export type PaymentError =
  | { readonly kind: "orderNotPayable" }
  | { readonly kind: "paymentNotFound" }
  | { readonly kind: "platformRefused"; readonly code: string }
  | { readonly kind: "platformUnavailable" }
  | { readonly kind: "idempotencyConflict" };
