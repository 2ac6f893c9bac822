import type { DishId, Fen, OrderId, ShopId } from "@sanqi/kernel";
import type { Fulfilment } from "./lifecycle.ts";
import type { Handover, OrderLine, Slot } from "./order.ts";

/** A kitchen's day in figures. Money in fen; `refundedFen` is what the kitchen bore. */
export type DaySummary = {
  readonly day: string;
  readonly orders: number;
  readonly refused: number;
  readonly delivered: number;
  readonly goodsFen: Fen;
  readonly packingFen: Fen;
  readonly ownDiscountFen: Fen;
  readonly refundedFen: Fen;
  readonly cookMinutes: number | null;
  readonly byHandover: readonly { readonly handover: Handover; readonly orders: number }[];
  readonly byHour: readonly { readonly hour: number; readonly orders: number }[];
  readonly dishes: readonly {
    readonly dishId: DishId;
    readonly name: string;
    readonly nameEn: string;
    readonly portions: number;
    readonly goodsFen: Fen;
  }[];
  readonly complaints: number;
  readonly rating: number | null;
};

/** One order as its kitchen sees it: no phone, no account. */
export type KitchenOrder = {
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly shopId: ShopId;
  readonly shopName: string;
  readonly version: number;
  readonly fulfilment: Fulfilment;
  readonly lines: readonly OrderLine[];
  readonly goodsFen: Fen;
  readonly note: string;
  readonly cutlery: number;
  readonly placeName: string;
  readonly handover: Handover;
  readonly slot: Slot | null;
  readonly byPhone: boolean;
  readonly riderName: string | null;
  readonly paidAt: number;
  readonly promise: { readonly earliest: number; readonly latest: number };
  /** The last time that the student urged it. */
  readonly urgedAt: number | null;
  /** Set once the kitchen was warned: it is refused at this time unless somebody accepts. */
  readonly refusedAt: number | null;
};

export type KitchenBoard = {
  readonly new: readonly KitchenOrder[];
  readonly cooking: readonly KitchenOrder[];
  readonly ready: readonly KitchenOrder[];
  readonly today: {
    readonly orders: number;
    readonly goodsFen: Fen;
    readonly refused: number;
    readonly cookMinutes: number | null;
  };
};
