import type { TableId } from "@sanqi/kernel";
import Taro from "@tarojs/taro";
import { useEffect } from "react";
import { firstHandover, quoteRequest } from "@/features/checkout/order-way";
import { useQuote } from "@/features/checkout/use-quote";
import { useSay, useWords } from "@/features/i18n";
import { useSession } from "@/features/session";
import type { Outputs } from "@/rpc";
import { toast } from "@/ui";
import { barSums } from "./bar-sums";
import { fitToMenu, goodsFen, piecesIn } from "./cart-lines";
import { useCart, useCarts } from "./cart-store";
import { cartWords } from "./cart-words";
import { nextOffer } from "./price-moves";

type Menu = Outputs["catalog"]["menu"];

/** The cart of the open shop with its live price, and the way to the checkout. */
export function useShopCart({ shop, dishes }: Menu, tableId: TableId | null) {
  const { shopId } = shop;
  const t = useWords(cartWords);
  const say = useSay();
  const cart = useCart(shopId);
  const placeId = useSession((state) => state.placeId);
  // a cart that was stored earlier is fitted to today's menu once, and every change is said
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new menu is a reason to look again
  useEffect(() => {
    const fit = fitToMenu(cart, dishes);
    const first = fit.troubles[0];
    if (!first) return;
    useCarts.getState().replace(shopId, fit.cart);
    toast(t(first.why, { name: say({ zh: first.name, en: first.nameEn }) }));
  }, [dishes]);
  const handover = firstHandover({ offered: shop.handovers, tableId, placeId });
  const way = { handover, placeId, tableId, slotFrom: null, couponIds: [] };
  const live = useQuote(quoteRequest(shopId, cart, way));
  const quote = live.stale ? null : live.quote;
  const goods = goodsFen(cart, dishes);
  const hint = quote ? nextOffer(quote.notApplied, goods) : null;
  const takes: "now" | "later" | "nothing" = shop.open ? "now" : shop.slots ? "later" : "nothing";
  return {
    cart,
    takes,
    bar: {
      pieces: piecesIn(cart),
      goodsFen: goods,
      minOrderFen: shop.minOrderFen,
      sums: barSums({ goodsFen: goods, shop, handover, quote }),
      takes,
      hint: hint ? `${say(hint.why)} · ${say(hint.name)}` : null,
    },
    checkout() {
      const table = tableId ? `&tableId=${tableId}` : "";
      void Taro.navigateTo({
        url: `/pages/order/checkout/index?shopId=${shopId}&handover=${handover}${table}`,
      });
    },
  };
}
