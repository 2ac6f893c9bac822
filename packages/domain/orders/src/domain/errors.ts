import type { DishId, Fen, Words } from "@sanqi/kernel";
import type { FulfilmentCommand, PaymentCommand } from "./lifecycle.ts";

export type OrderError =
  | { readonly kind: "orderNotFound" }
  | {
      readonly kind: "transitionRefused";
      readonly from: string;
      readonly command: FulfilmentCommand | PaymentCommand | "claim" | "rate" | "urge" | "warn";
    }
  | { readonly kind: "orderNotPaid" }
  /** `nextAt`: epoch ms from which the order may be urged again. */
  | { readonly kind: "urgedTooSoon"; readonly nextAt: number }
  | { readonly kind: "orderTaken" }
  | { readonly kind: "notYourTask" }
  | { readonly kind: "pickupCodeWrong" }
  | { readonly kind: "pickupCodeLocked" }
  | { readonly kind: "alreadyRated" }
  | { readonly kind: "idempotencyConflict" }
  | { readonly kind: "tooManyUnpaid" }
  | PlacementError;

/** Why a cart cannot become an order; each names what to change. */
export type PlacementError =
  | { readonly kind: "shopNotFound" }
  | { readonly kind: "shopClosed"; readonly opensAt: string | null }
  | { readonly kind: "placeNotServed" }
  | { readonly kind: "dishNotFound"; readonly dishId: string }
  | { readonly kind: "optionsInvalid"; readonly dishId: DishId; readonly group: Words }
  | {
      readonly kind: "soldOut";
      readonly dishId: DishId;
      readonly name: string;
      readonly nameEn: string;
      readonly left: number;
    }
  | { readonly kind: "belowMinimum"; readonly missingFen: Fen }
  | { readonly kind: "priceChanged"; readonly expectedFen: Fen; readonly actualFen: Fen };
