import type { PlaceId, ShopId } from "@sanqi/kernel";
import Taro from "@tarojs/taro";
import { useEffect, useRef, useState } from "react";
import type { Cart } from "@/features/cart/cart-lines";
import { useCarts } from "@/features/cart/cart-store";
import { translator, useLanguage } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { orderWords } from "@/features/orders/order-words";
import type { AppFailure } from "@/rpc";
import { toast } from "@/ui";
import { contentOf, createIntent, type Wishes } from "./order-intent";
import { askForMessages, payPlaced, placeOrder } from "./place-and-pay";
import { type PriceChange, priceChanges, type Quote } from "./quote-problems";
import type { LiveQuote } from "./use-quote";

/** Why the order was not placed, and what costs something else now. */
export type Refusal = { failure: AppFailure; changes: PriceChange[] };

type Order = {
  shopId: ShopId;
  placeId: PlaceId | null;
  cart: Cart;
  wishes: Wishes;
  live: LiveQuote;
  title: string;
};

/** From the tap on pay to the order's page. A refusal is shown with what changed, and asks for another tap. */
export function useCheckout({ shopId, placeId, cart, wishes, live, title }: Order) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const intent = useRef(createIntent());
  const [placed, setPlaced] = useState(false);
  // what was refused is another order once the cart or the place has changed
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the reasons to forget it
  useEffect(() => setRefusal(null), [cart, placeId]);
  const submit = useAction(
    async (quote: Quote) => {
      if (!placeId) return;
      setRefusal(null);
      await askForMessages();
      const content = contentOf({ shopId, placeId, cart, wishes, totalFen: quote.amounts.totalFen });
      const order = await placeOrder({ ...content, key: intent.current.keyFor(content) });
      intent.current.renew();
      setPlaced(true);
      const how = await payPlaced(order.orderId, title);
      const t = translator(orderWords, useLanguage.getState().language);
      const words = {
        paid: t("paid"),
        cancelled: t("notPaid"),
        failed: t("payFailed"),
        pending: t("payPending"),
      } as const;
      await Taro.redirectTo({ url: `/pages/track/order/index?orderId=${order.orderId}` });
      useCarts.getState().replace(shopId, []);
      toast(words[how]);
    },
    (failure) => {
      // without an answer nobody knows: the key stays, and the next tap asks for the same order
      if (failure.code === "NETWORK") return false;
      const before = live.quote;
      setRefusal({ failure, changes: [] });
      void live.ask().then((after) => after && setRefusal({ failure, changes: priceChanges(before, after) }));
      return true;
    },
  );
  return { refusal, placed, busy: submit.busy, submit: submit.run };
}
