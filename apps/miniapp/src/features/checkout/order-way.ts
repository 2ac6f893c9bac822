import type { CouponId, PlaceId, ShopId, TableId } from "@sanqi/kernel";
import type { Handover } from "@sanqi/orders";
import type { Cart } from "@/features/cart/cart-lines";
import type { Inputs } from "@/rpc";

/** How the lunch shall reach its person, when, and with which coupons. */
export type Way = {
  readonly handover: Handover;
  readonly placeId: PlaceId | null;
  readonly tableId: TableId | null;
  /** Epoch ms; null: as soon as it can be. */
  readonly slotFrom: number | null;
  readonly couponIds: readonly CouponId[];
};

/** What a person can choose from: who sits at no table cannot be served there. */
export const handoversFor = (offered: readonly Handover[], tableId: TableId | null): readonly Handover[] =>
  offered.filter((handover) => handover !== "table" || tableId !== null);

/** A scanned table counts first, then what was asked for, then delivery to the known place. */
export function firstHandover(known: {
  /** null: the shop is not known yet. */
  offered: readonly Handover[] | null;
  asked?: string | undefined;
  tableId: TableId | null;
  placeId: PlaceId | null;
}): Handover {
  const { offered, asked, tableId, placeId } = known;
  const open = handoversFor(offered ?? ["delivery", "pickup", "table"], tableId);
  const wanted = ["table", asked, placeId ? "delivery" : "pickup", "delivery", "pickup"];
  return wanted.find((one): one is Handover => open.includes(one as Handover)) ?? "delivery";
}

export type QuoteRequest = Inputs["orders"]["quote"];

/** The question for the price; null while there is nothing to ask: an empty cart, or nowhere to bring it. */
export function quoteRequest(shopId: ShopId, cart: Cart, way: Way): QuoteRequest | null {
  const { handover, slotFrom, couponIds } = way;
  const placeId = handover === "delivery" ? way.placeId : null;
  const tableId = handover === "table" ? way.tableId : null;
  if (cart.length === 0 || (handover === "delivery" && !placeId) || (handover === "table" && !tableId))
    return null;
  const lines = cart.map(({ dishId, quantity, choices, seenFen }) => ({
    dishId,
    quantity,
    choices: [...choices],
    ...(seenFen === undefined ? {} : { seenFen }),
  }));
  return { shopId, handover, placeId, tableId, slotFrom, couponIds: [...couponIds], lines };
}
