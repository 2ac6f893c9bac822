import type { OrderId } from "@sanqi/kernel";
import Taro from "@tarojs/taro";
import { useCarts } from "@/features/cart/cart-store";
import { say, translator, useLanguage } from "@/features/i18n";
import { useSession } from "@/features/session";
import { api } from "@/rpc";
import { toast } from "@/ui";
import { orderWords } from "./order-words";
import { refill } from "./refill";

/** Fills the shop's cart with an old order, tells what is missing and opens the shop. Throws what the server refuses. */
export async function orderAgain(orderId: OrderId): Promise<void> {
  const { placeId } = useSession.getState();
  const order = await api.orders.get.query({ orderId });
  const { shopId } = order.shop;
  const menu = await api.catalog.menu.query({ shopId, placeId });
  const { cart, gone } = refill(order.lines, menu.dishes);
  const t = translator(orderWords, useLanguage.getState().language);
  if (cart.length > 0) useCarts.getState().replace(shopId, cart);
  await Taro.navigateTo({ url: `/pages/order/shop/index?shopId=${shopId}` });
  if (cart.length === 0) toast(t("againNone"));
  else if (gone.length > 0) toast(t("againGone", { names: gone.map(say).join("、") }), { ms: 5000 });
}
