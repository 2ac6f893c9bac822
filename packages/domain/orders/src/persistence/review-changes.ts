import { inTransaction, type Sql, type Tx } from "@sanqi/database";
import { err, type Result } from "@sanqi/kernel";
import type { Order, OrderError } from "../domain/index.ts";
import type { Change, OrderStore } from "../use-cases/ports.ts";
import { changeOrder } from "./change.ts";
import { lockOrder } from "./read.ts";
import type { EventIds } from "./save-step.ts";

type Outcome = Result<Order, OrderError>;

/** Whatever is said about an order moves its version in the same transaction: whoever sees the order sees it as well. */
export function createReviewChanges(
  sql: Sql,
  ids: EventIds,
  committed: () => void,
): Pick<OrderStore, "rate" | "answerReview" | "hideReview"> {
  /** Under the order's lock, so that nobody says anything else meanwhile. */
  async function underLock(
    change: Change,
    missing: "orderNotFound" | "reviewNotFound",
    work: (tx: Tx, order: Order) => Promise<Outcome>,
  ): Promise<Outcome> {
    const result = await inTransaction(sql, async (tx) => {
      const order = await lockOrder(tx, change.campusId, change.orderId);
      return order ? work(tx, order) : err({ kind: missing });
    });
    if (result.ok) committed();
    return result;
  }
  return {
    rate: (change, decide, review, then) =>
      underLock(change, "orderNotFound", async (tx, order) => {
        const { campusId, orderId } = change;
        const decision = decide(order);
        if (!decision.ok) return decision;
        const { shopId } = order.shop;
        const written = await tx`
          insert into review ${tx({ campusId, orderId, shopId, ...review })} on conflict do nothing`;
        if (written.count !== 1) return err({ kind: "alreadyRated" });
        const rated = await changeOrder(tx, ids, change, decide);
        const followed = await changeOrder(tx, ids, change, then);
        return followed.ok ? followed : rated;
      }),
    answerReview: (change, decide, { shopIds, words, by, at }) =>
      underLock(change, "reviewNotFound", async (tx) => {
        const answered = await tx`
          update review set answer = ${words}, answered_at = ${at}, answered_by = ${by}
          where campus_id = ${change.campusId} and order_id = ${change.orderId}
            and shop_id = any(${[...shopIds]}::text[])`;
        return answered.count === 1 ? changeOrder(tx, ids, change, decide) : err({ kind: "reviewNotFound" });
      }),
    hideReview: (change, decide, { reason, by, at }) =>
      underLock(change, "reviewNotFound", async (tx) => {
        const hidden = await tx`
          update review set hidden_reason = ${reason}, hidden_by = ${by},
            hidden_at = ${reason === null ? null : at}::bigint
          where campus_id = ${change.campusId} and order_id = ${change.orderId}`;
        return hidden.count === 1 ? changeOrder(tx, ids, change, decide) : err({ kind: "reviewNotFound" });
      }),
  };
}
