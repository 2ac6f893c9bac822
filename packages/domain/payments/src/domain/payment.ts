import type { AccountId, CampusId, Fen, Host, OrderId, PaymentId, RefundId } from "@sanqi/kernel";

/**
 * `unknown`: the platform may or may not have taken the money; it is asked until it says.
 * A payment that arrives for an order that has ended is `paid` like any other and is then refunded in full. `refunding`
 * lasts while a part of it is owed, also one that the platform has refused and that an operator must look at.
 */
export const paymentStates = {
  prepared: { succeed: "paid", lose: "unknown", close: "closed" },
  unknown: { succeed: "paid", close: "closed", confirmUnpaid: "prepared" },
  closed: { succeed: "paid" },
  paid: { startRefund: "refunding" },
  refunding: { finishPart: "partlyRefunded", finishRefund: "refunded" },
  partlyRefunded: { startRefund: "refunding" },
  refunded: {},
} as const satisfies Record<string, Partial<Record<PaymentCommand, string>>>;

/** Money has arrived, and some of it may have gone back. */
export const wasPaid: ReadonlySet<PaymentState> = new Set([
  "paid",
  "refunding",
  "partlyRefunded",
  "refunded",
] satisfies PaymentState[]);

export type PaymentCommand =
  | "succeed"
  | "lose"
  | "close"
  | "confirmUnpaid"
  | "startRefund"
  | "finishPart"
  | "finishRefund";
export type PaymentState = keyof typeof paymentStates;

export type Payment = {
  readonly campusId: CampusId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly host: Host;
  readonly channel: "wechatPay" | "alipay";
  readonly amountFen: Fen;
  /** Of refunds that have not failed, whether finished or not. */
  readonly refundedFen: Fen;
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
  /** What it is for ("order-ended", an after-sale case): within a payment, the same key goes back once. */
  readonly refundKey: string;
  readonly amountFen: Fen;
  readonly state: "requested" | "processing" | "succeeded" | "failed";
  readonly reason: string;
  readonly requestedAt: number;
  /** When it was last sent to the platform; null: it waits for its turn. */
  readonly sentAt: number | null;
  readonly finishedAt: number | null;
};

export type PaymentError =
  | { readonly kind: "orderNotPayable" }
  | { readonly kind: "paymentNotFound" }
  | { readonly kind: "payCodeInvalid" }
  | { readonly kind: "tooManyAttempts"; readonly retryAt: number }
  | { readonly kind: "platformRefused"; readonly code: string }
  | { readonly kind: "platformUnavailable" }
  | { readonly kind: "paymentPaused"; readonly channel: Payment["channel"]; readonly payBy: number }
  | { readonly kind: "idempotencyConflict" }
  /** The other party of this shop receives at this account already: what is whose could not be told apart. */
  | { readonly kind: "shareAccountTaken" }
  | { readonly kind: "shareNotFound" }
  /** It has ended, or the platform has not been asked often enough: only what hangs is settled by hand. */
  | { readonly kind: "shareNotStuck" };
