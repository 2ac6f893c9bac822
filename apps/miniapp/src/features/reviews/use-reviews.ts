import type { ShopId } from "@sanqi/kernel";
import { useState } from "react";
import { useAction, useLoad } from "@/features/loading";
import { api, type Outputs } from "@/rpc";

type Page = Outputs["orders"]["reviews"];

/** A page behind those that are shown; one that moved between two reads must not stand twice. */
export const joinReviews = (shown: Page, more: Page): Page => {
  const known = new Set(shown.reviews.map(({ reviewId }) => reviewId));
  const fresh = more.reviews.filter(({ reviewId }) => !known.has(reviewId));
  return { reviews: [...shown.reviews, ...fresh], before: more.before };
};

/** The reviews of a shop, newest first, page by page. */
export function useReviews(shopId: ShopId) {
  const load = useLoad<Page>(() => api.orders.reviews.query({ shopId }), [shopId]);
  const [asked, setAsked] = useState<string | null>(null);
  const more = useAction(async () => {
    const before = load.data?.before;
    if (!before || before === asked) return;
    setAsked(before);
    const page = await api.orders.reviews.query({ shopId, before }).catch((error: unknown) => {
      setAsked(null);
      throw error;
    });
    load.put((now) => (now?.before === before ? joinReviews(now, page) : now));
  });
  return { load, more };
}
