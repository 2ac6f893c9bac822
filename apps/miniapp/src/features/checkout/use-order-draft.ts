import type { PlaceId, ShopId, TableId } from "@sanqi/kernel";
import { useEffect, useState } from "react";
import { useCart, useCarts } from "@/features/cart/cart-store";
import { acceptPrices } from "@/features/cart/price-moves";
import { useSession } from "@/features/session";
import { useSeenShops } from "@/features/shops/seen-shops";
import { isPhone, longestNote, noteOf, noWishes, type Wishes } from "./order-intent";
import { firstHandover, handoversFor, quoteRequest, type Way } from "./order-way";
import { sortProblems } from "./quote-problems";
import { useCheckout } from "./use-checkout";
import { useQuote } from "./use-quote";

type Opened = { shopId: ShopId; tableId: TableId | null; asked: string | undefined };

/** Everything that a person decides at the checkout, with its live price. */
export function useOrderDraft({ shopId, tableId, asked }: Opened) {
  const cart = useCart(shopId);
  const own = useSession((state) => state.placeId);
  const seen = useSeenShops((state) => state.shops[shopId]?.handovers ?? null);
  const [way, setWay] = useState<Way>(() => ({
    handover: firstHandover({ offered: seen, asked, tableId, placeId: own }),
    placeId: own,
    tableId,
    slotFrom: null,
    couponIds: [],
  }));
  const change = (part: Partial<Way>) => setWay((before) => ({ ...before, ...part }));
  useEffect(() => setWay((before) => ({ ...before, placeId: own as PlaceId | null })), [own]);
  const [wishes, setWishes] = useState<Wishes>(noWishes);
  const request = quoteRequest(shopId, cart, way);
  const live = useQuote(request);
  const { quote } = live;
  const changed = quote?.changed ?? [];
  const checkout = useCheckout({ shopId, request, wishes, live, title: "三栖校园点餐" });
  const phoneSound = way.handover !== "delivery" || wishes.phone === "" || isPhone(wishes.phone);
  return {
    shopId,
    cart,
    own,
    way,
    change,
    wishes,
    setWishes,
    request,
    live,
    handovers: handoversFor(quote?.handovers ?? seen ?? [way.handover], tableId),
    seatless: tableId === null && (quote?.handovers ?? seen ?? []).includes("table"),
    problems: sortProblems(quote?.problems ?? [], cart),
    changed,
    accept: () => useCarts.getState().replace(shopId, acceptPrices(cart, changed)),
    checkout,
    sound: noteOf(wishes).length <= longestNote && phoneSound,
  };
}
export type OrderDraft = ReturnType<typeof useOrderDraft>;
