import { type Clock, chinaDay, ok } from "@sanqi/kernel";
import { complete, answerReview as decideAnswer, hideReview as decideHiding, rate } from "../domain/index.ts";
import type { OrderUseCases } from "./api.ts";
import { done, kitchen, operator, own, student } from "./commands.ts";
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
      const { campusId, accountId, traceId } = caller;
      const at = clock.now();
      const step = { actor: student(caller), now: at };
      return done(
        await store.rate(
          { campusId, orderId, traceId },
          own(caller, (order) => rate(order, step)),
          { accountId, stars, comment, at },
          // Who rates has eaten: the order is over, unless a complaint is open. The review stands either way.
          (order) => complete(order, step),
        ),
      );
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
    async answerReview(caller, { orderId, words }) {
      const { campusId, accountId: by, shopIds, traceId } = caller;
      const step = { actor: kitchen(caller), now: clock.now() };
      const answer = { shopIds, words, by, at: step.now };
      const answered = await store.answerReview(
        { campusId, orderId, traceId },
        (order) => decideAnswer(order, step),
        answer,
      );
      return answered.ok ? ok(true) : answered;
    },
    async consoleReviews(campusId, { before }) {
      const reviews = await store.deskReviews(campusId, { shopIds: null, before, limit: pageSize });
      return { reviews, before: next(reviews) };
    },
    async hideReview(caller, { orderId, reason }) {
      const { campusId, accountId: by, traceId } = caller;
      const step = { actor: operator(caller), now: clock.now() };
      const hidden = await store.hideReview(
        { campusId, orderId, traceId },
        (order) => decideHiding(order, reason !== null, step),
        { reason, by, at: step.now },
      );
      return hidden.ok ? ok(true) : hidden;
    },
  };
}
