import { type Clock, chinaDay, err, ok } from "@sanqi/kernel";
import { complete } from "../domain/index.ts";
import type { OrderUseCases } from "./api.ts";
import { student } from "./commands.ts";
import type { OrderStore } from "./ports.ts";

type Deps = { readonly store: OrderStore; readonly clock: Clock };
const pageSize = 20;

/** Where the next page begins; null on the last one. */
const next = (rows: readonly { reviewId: string }[]) => rows[pageSize - 1]?.reviewId ?? null;

export function createReviews({
  store,
  clock,
}: Deps): Pick<
  OrderUseCases,
  "rate" | "reviews" | "merchantReviews" | "answerReview" | "consoleReviews" | "hideReview"
> {
  return {
    async rate(caller, { orderId, stars, comment }) {
      const { campusId, accountId } = caller;
      const order = await store.load(campusId, orderId);
      if (!order || order.accountId !== accountId) return err({ kind: "orderNotFound" });
      if (order.fulfilment !== "delivered" && order.fulfilment !== "completed") {
        return err({ kind: "transitionRefused", from: order.fulfilment, command: "rate" });
      }
      const review = {
        campusId,
        orderId,
        shopId: order.shop.shopId,
        accountId,
        stars,
        comment,
        at: clock.now(),
      };
      if (!(await store.rate(review))) return err({ kind: "alreadyRated" });
      // Who rates has eaten: the order is over, unless a complaint is open. The review stands either way.
      const over = await store.change({ campusId, orderId, traceId: caller.traceId }, (o) =>
        complete(o, { actor: student(caller), now: clock.now() }),
      );
      return ok({ orderId, version: over.ok ? over.value.version : order.version });
    },
    async reviews(campusId, { shopId, before }) {
      const rows = await store.shopReviews(campusId, { shopId, before, limit: pageSize });
      const reviews = rows.map(({ at, ...review }) => ({ ...review, day: chinaDay(at) }));
      return { reviews, before: next(rows) };
    },
    async merchantReviews({ campusId, shopIds }, { before }) {
      const reviews = await store.deskReviews(campusId, { shopIds, before, limit: pageSize });
      return { reviews, before: next(reviews) };
    },
    async answerReview({ campusId, accountId: by, shopIds }, { orderId, words }) {
      const answered = await store.answerReview({ campusId, shopIds, orderId, words, by, at: clock.now() });
      return answered ? ok(true) : err({ kind: "reviewNotFound" });
    },
    async consoleReviews(campusId, { before }) {
      const reviews = await store.deskReviews(campusId, { shopIds: null, before, limit: pageSize });
      return { reviews, before: next(reviews) };
    },
    async hideReview({ campusId, accountId: by }, { orderId, reason }) {
      const hidden = await store.hideReview({ campusId, orderId, reason, by, at: clock.now() });
      return hidden ? ok(true) : err({ kind: "reviewNotFound" });
    },
  };
}
