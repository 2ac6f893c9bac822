import { useAction, useLoad } from "@/features/loading";
import { api, type Outputs } from "@/rpc";

type Page = Outputs["merchant"]["reviews"];
export type DeskReview = Page["reviews"][number];

/** A page behind those that are shown; one that moved between two reads must not stand twice. */
export const joined = (shown: Page, more: Page): Page => {
  const known = new Set(shown.reviews.map(({ orderId }) => orderId));
  return {
    ...more,
    reviews: [...shown.reviews, ...more.reviews.filter(({ orderId }) => !known.has(orderId))],
  };
};

/** The page with one review's answer as it is now. */
export const withAnswer = (page: Page, orderId: string, answer: string): Page => ({
  ...page,
  reviews: page.reviews.map((review) => (review.orderId === orderId ? { ...review, answer } : review)),
});

/** The own shops' reviews, newest first, and how to answer one. */
export function useDeskReviews() {
  const load = useLoad<Page>(() => api.merchant.reviews.query({ before: null }), []);
  const more = useAction(async () => {
    const before = load.data?.before;
    if (!before) return;
    const page = await api.merchant.reviews.query({ before });
    load.put((now) => (now?.before === before ? joined(now, page) : now));
  });
  const answer = useAction(async (review: DeskReview, words: string) => {
    await api.merchant.answerReview.mutate({ orderId: review.orderId, words });
    load.put((now) => now && withAnswer(now, review.orderId, words.trim()));
  });
  return { load, more, answer };
}
