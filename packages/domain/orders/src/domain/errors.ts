import type { DishId, Fen, Words } from "@sanqi/kernel";
import type { AfterSaleCommand, FulfilmentCommand, PaymentCommand } from "./lifecycle.ts";
import type { Handover } from "./order.ts";

export type OrderError =
  | { readonly kind: "orderNotFound" }
  | {
      readonly kind: "transitionRefused";
      readonly from: string;
      readonly command:
        | FulfilmentCommand
        | PaymentCommand
        | AfterSaleCommand
        | "claim"
        | "complain"
        | "rate"
        | "urge"
        | "warn";
    }
  | { readonly kind: "orderNotPaid" }
  /** `nextAt`: epoch ms from which the order may be urged again. */
  | { readonly kind: "urgedTooSoon"; readonly nextAt: number }
  | { readonly kind: "orderTaken" }
  | { readonly kind: "notYourTask" }
  | { readonly kind: "pickupCodeWrong" }
  | { readonly kind: "pickupCodeLocked" }
  | { readonly kind: "alreadyRated" }
  | { readonly kind: "reviewNotFound" }
  | { readonly kind: "afterSaleItemsInvalid" }
  | { readonly kind: "pictureNotFound" }
  /** Nobody carried this order who could bear its refund. */
  | { readonly kind: "refundBearerInvalid" }
  /** More than was paid for a line and has not gone back yet. */
  | { readonly kind: "refundTooMuch" }
  | { readonly kind: "idempotencyConflict" }
  | { readonly kind: "tooManyUnpaid" }
  /** More orders come than can be placed at this moment; this one was not begun. */
  | { readonly kind: "busy"; readonly retryAfterSeconds: number }
  | PlacementError;

/** Why a cart cannot become an order; each names what to change. */
export type PlacementError =
  | { readonly kind: "shopNotFound" }
  /** `opensDay` null: today; `reason` where it is closed out of turn. */
  | {
      readonly kind: "shopClosed";
      readonly opensAt: string | null;
      readonly opensDay: Words | null;
      readonly reason: Words | null;
    }
  | { readonly kind: "placeNotServed" }
  | { readonly kind: "handoverNotOffered"; readonly handover: Handover }
  | { readonly kind: "tableNotFound" }
  /** `slotFrom`: epoch ms, as it was asked for. */
  | { readonly kind: "slotNotOffered"; readonly slotFrom: number }
  | { readonly kind: "slotFull"; readonly slotFrom: number }
  | { readonly kind: "couponNotUsable" }
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
