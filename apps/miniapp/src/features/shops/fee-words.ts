import { useWords } from "@/features/i18n";
import { yuan } from "@/ui";
import type { ShopCard } from "./shop-filters";
import { shopWords } from "./shop-words";

/** What being brought costs, said as exactly as it is known before there is a cart. */
export function useFeeWords(shop: Pick<ShopCard, "deliveryFeeFen" | "deliveryFeeVaries">): string {
  const t = useWords(shopWords);
  const amount = yuan(shop.deliveryFeeFen, false);
  if (shop.deliveryFeeVaries) return t("deliveryFrom", { amount });
  return shop.deliveryFeeFen === 0 ? t("noDeliveryFee") : t("delivery", { amount });
}

/** When a closed shop opens again, with the day where that is not today. */
export function useOpeningWords(
  shop: Pick<ShopCard, "opensAt" | "opensDay">,
  say: (words: { zh: string; en: string }) => string,
): string {
  const t = useWords(shopWords);
  if (!shop.opensAt) return t("closedNow");
  return shop.opensDay
    ? t("opensOn", { day: say(shop.opensDay), time: shop.opensAt })
    : t("opensAt", { time: shop.opensAt });
}
