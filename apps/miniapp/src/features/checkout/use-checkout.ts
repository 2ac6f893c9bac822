import type { ShopId } from "@sanqi/kernel";
import Taro from "@tarojs/taro";
import { useEffect, useState } from "react";
import { useCarts } from "@/features/cart/cart-store";
import { translator, useLanguage } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { paidWords } from "@/features/orders/order-words";
import type { AppFailure } from "@/rpc";
import { toast } from "@/ui";
import { contentOf, createIntent, type Wishes } from "./order-intent";
import type { QuoteRequest } from "./order-way";
import { askForMessages, payPlaced, placeOrder } from "./place-and-pay";
import { type PriceChange, priceChanges, type Quote } from "./quote-problems";
import type { LiveQuote } from "./use-quote";

/** Why the order was not placed, and what costs something else now. */
export type Refusal = { failure: AppFailure; changes: PriceChange[] };

type Order = {
  shopId: ShopId;
  request: QuoteRequest | null;
  wishes: Wishes;
  live: LiveQuote;
  title: string;
};

/** One a shop, for as long as the app lives: who leaves the checkout after a lost answer comes back to the same intent. */
const intents = new Map<ShopId, ReturnType<typeof createIntent>>();
function intentOf(shopId: ShopId) {
  const intent = intents.get(shopId) ?? createIntent();
  intents.set(shopId, intent);
  return intent;
}

/** From the tap on pay to the order's page. A refusal is shown with what changed, and asks for another tap. */
export function useCheckout({ shopId, request, wishes, live, title }: Order) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [placed, setPlaced] = useState(false);
  const [queued, setQueued] = useState<number | null>(null);
  const text = JSON.stringify(request);
  // what was refused is another order once the cart, the place, the time or a coupon has changed
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the reasons to forget it
  useEffect(() => setRefusal(null), [text]);
  const submit = useAction(
    async (quote: Quote) => {
      if (!request) return;
      setRefusal(null);
      await askForMessages();
      const content = contentOf(request, wishes, quote.amounts.totalFen);
      const order = await placeOrder({ ...content, key: intentOf(shopId).keyFor(content) }, setQueued);
      intentOf(shopId).renew();
      setPlaced(true);
      const how = await payPlaced(order.orderId, title);
      await Taro.redirectTo({ url: `/pages/track/order/index?orderId=${order.orderId}` });
      useCarts.getState().replace(shopId, []);
      toast(translator(paidWords, useLanguage.getState().language)(how));
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
  return { refusal, placed, queued, busy: submit.busy, submit: submit.run };
}
