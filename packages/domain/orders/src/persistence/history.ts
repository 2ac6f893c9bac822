import { inTransaction, json, type Sql } from "@sanqi/database";
import { type CampusId, chinaDay } from "@sanqi/kernel";
import type { Order } from "../domain/index.ts";
import { toRow } from "./order-row.ts";

export type PastOrder = {
  readonly order: Order;
  readonly review: { readonly stars: number; readonly comment: string } | null;
};

/**
 * Finished orders of another system, or of a demo: no stock is touched and nobody is told. Known ids are left alone.
 * @returns how many were new
 */
export async function importHistory(
  sql: Sql,
  campusId: CampusId,
  past: readonly PastOrder[],
  traceId: string,
): Promise<number> {
  let added = 0;
  for (const { order, review } of past) {
    await inTransaction(sql, async (tx) => {
      const row = {
        ...toRow(order),
        discounts: json(tx, order.discounts),
        paidAt: order.paidAt,
        paidBy: order.paidBy,
        deliveredAt: order.deliveredAt,
      };
      const rider = { riderId: order.rider?.accountId ?? null, riderName: order.rider?.name ?? null };
      const key = {
        day: chinaDay(order.placedAt),
        idempotencyKey: `history-${order.orderId}`,
        fingerprint: "",
      };
      const inserted =
        await tx`insert into orders ${tx({ ...row, ...rider, ...key })} on conflict do nothing`;
      if (inserted.count === 0) return;
      added += 1;
      const { orderId } = order;
      await tx`insert into order_line ${tx(order.lines.map(({ choices, ...line }, lineNo) => ({ campusId, orderId, lineNo, choices: json(tx, choices), ...line })))}`;
      await tx`insert into order_step ${tx({
        campusId,
        orderId,
        version: 1,
        command: "place",
        fromState: "none",
        toState: order.fulfilment,
        actorKind: "system",
        actorId: null,
        actorName: "import",
        reason: null,
        at: order.placedAt,
        traceId,
      })}`;
      if (review) {
        const { shop, accountId, deliveredAt, placedAt } = order;
        await tx`insert into review ${tx({ campusId, orderId, shopId: shop.shopId, accountId, ...review, at: deliveredAt ?? placedAt })}`;
      }
    });
  }
  return added;
}
