import type { Fen } from "@sanqi/kernel";

/** Who took the money, as payments name it. */
export type Channel = "wechatPay" | "alipay";
export const channels = ["wechatPay", "alipay"] as const satisfies readonly Channel[];

/** One line of a platform's bill. Amounts are positive; `kind` says which way the money went. */
export type BillRow = {
  readonly kind: "payment" | "refund";
  /** The merchant's number of the payment; on a shared merchant account it may be nobody's of ours. */
  readonly paymentId: string;
  /** The merchant's number of the refund; null in a payment's line, and where the platform refunded by itself. */
  readonly refundId: string | null;
  /** The platform's own number: of the payment, or of the refund where it has one. */
  readonly platformNumber: string;
  readonly amountFen: Fen;
  /** What the platform keeps, negative where it gives back; null where the bill does not say. */
  readonly feeFen: Fen | null;
  readonly at: number;
};

/** A whole day of one channel, verified by whoever read it: complete, and its totals agree with its lines. */
export type Bill = { readonly rows: readonly BillRow[] };

/**
 * `billNotReady`: the platform has not made it yet. `billUnavailable`: no usable answer. `billRefused`: the platform says no,
 * by its code. `billCorrupt`: what came is not the whole, true file.
 */
export type BillError =
  | { readonly kind: "billNotReady" }
  | { readonly kind: "billUnavailable"; readonly detail: string }
  | { readonly kind: "billRefused"; readonly code: string; readonly detail: string }
  | { readonly kind: "billCorrupt"; readonly detail: string };
