import type { Fen, OrderId, PaymentId, RefundId } from "@sanqi/kernel";
import type { ShareParty } from "./sharing.ts";

type About = { readonly paymentId: PaymentId; readonly orderId: OrderId };
type PartOf<T> = { readonly party: ShareParty; readonly amountFen: Fen } & T;

/** `share.finished`: the platform handed these parts on; they need no pay-out. Parts that did not arrive are not in it. */
export type ShareFinished = About & { readonly parts: readonly PartOf<unknown>[] };

/** `share.failed`: these parts did not arrive and go by pay-out like any others. */
export type ShareFailed = About & { readonly parts: readonly PartOf<{ readonly failure: string }>[] };

/** `share.returned`: a refund took this much of a party's part back. */
export type ShareReturned = About & PartOf<{ readonly refundId: RefundId }>;
