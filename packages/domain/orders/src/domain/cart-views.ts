import type { DishId, Fen, Words } from "@sanqi/kernel";
import type { PlacementError } from "./errors.ts";
import type { Handover, OrderAmounts, OrderDiscount, OrderLine, Slot } from "./order.ts";
import type { PricedOrder } from "./pricing/index.ts";

export type CartLine = {
  readonly dishId: DishId;
  readonly quantity: number;
  readonly choices: readonly string[];
  /** The price of one portion that the person saw when the dish went into the cart. */
  readonly seenFen?: Fen | undefined;
};

/** A price that moved while the dish lay in the cart. */
export type PriceChange = {
  readonly dishId: DishId;
  readonly name: Words;
  readonly fromFen: Fen;
  readonly toFen: Fen;
};

/** A time for which a pre-order can be placed; `left`: how many more orders the kitchen takes for it. */
export type SlotChoice = Slot & { readonly left: number };

/** The live price of a cart. `problems` lists everything that would refuse the order, in the order in which to show it. */
export type Quote = {
  readonly lines: readonly OrderLine[];
  readonly amounts: OrderAmounts;
  /** Which rules made the price, line by line, and what is missing for others. */
  readonly discounts: readonly OrderDiscount[];
  readonly explanation: PricedOrder["explanation"];
  readonly notApplied: PricedOrder["notApplied"];
  readonly changed: readonly PriceChange[];
  readonly handover: Handover;
  readonly handovers: readonly Handover[];
  /** Empty where the shop takes no pre-orders; full ones are listed with nothing left. */
  readonly slots: readonly SlotChoice[];
  readonly minOrderFen: Fen;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly problems: readonly { readonly problem: PlacementError; readonly words: Words }[];
};
