import type { AccountId, CampusId, OrderId, PaymentId, Result } from "@sanqi/kernel";
import type { ShippingKind, ShippingState } from "../domain/shipping.ts";

export type ShippingRequest = {
  /** Also the merchant's order number at the platform. */
  readonly paymentId: PaymentId;
  /** openid of whoever paid; the platform compares it with the payment's. */
  readonly payer: string;
  readonly kind: ShippingKind;
  readonly goods: string;
  /** Epoch ms of the hand-over. */
  readonly at: number;
};

/**
 * `shippingLater`: nothing is decided (busy, lost): ask again. `shippingTooSoon`: the platform is well and does not know the
 * order yet: ask again.
 * `shippingRefused`: repeating changes nothing.
 */
export type ShippingError = {
  readonly kind: "shippingLater" | "shippingTooSoon" | "shippingRefused";
  readonly code: string;
  readonly detail: string;
};

/** Tells WeChat that goods were handed over; without it the platform holds the money of a trading mini-program back. */
export type ShippingGateway = {
  /** `alreadyShipped`: an earlier upload arrived, whatever became of its answer. */
  upload(request: ShippingRequest): Promise<Result<"shipped" | "alreadyShipped", ShippingError>>;
};

export type DueUpload = {
  readonly campusId: CampusId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly kind: ShippingKind;
  readonly handedOverAt: number;
  readonly requestedAt: number;
  readonly triedAt: number;
  readonly tried: number;
};

export type ShippingStore = {
  due(now: number, limit: number): Promise<DueUpload[]>;
  /** Notes an answer; an upload that is done already stays done. */
  settle(settled: {
    campusId: CampusId;
    paymentId: PaymentId;
    state: ShippingState;
    code: string | null;
    now: number;
    tryAt: number | null;
  }): Promise<void>;
};

/** What the upload says beside the payment; owned here, answered by identity and orders. */
export type ShippingFacts = {
  /** The openid of an account; null where it has none any more. */
  payer(campusId: CampusId, accountId: AccountId): Promise<string | null>;
  /** What was bought, in a few words. */
  goods(campusId: CampusId, orderId: OrderId): Promise<string | null>;
};

export type ShippingAlarms = {
  raise(kind: "shippingRefused" | "shippingLate", fields: Record<string, unknown>): void;
};
