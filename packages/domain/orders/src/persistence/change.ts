import { json, type Tx } from "@sanqi/database";
import { err, ok, type Result } from "@sanqi/kernel";
import { type AfterSale, type Decision, type Order, type OrderError, refundedFen } from "../domain/index.ts";
import type { Change, Decide } from "../use-cases/ports.ts";
import { moveDeadline } from "./deadline-job.ts";
import { giveBack } from "./give-back.ts";
import { releaseCoupons } from "./offers.ts";
import { lockOrder } from "./read.ts";
import { type EventIds, saveStep } from "./save-step.ts";

/** Load, decide, save: the only way in which an order ever changes after it was placed. */
export async function changeOrder(
  tx: Tx,
  ids: EventIds,
  change: Change,
  decide: Decide,
): Promise<Result<Order, OrderError>> {
  const before = await lockOrder(tx, change.campusId, change.orderId);
  if (!before) return err({ kind: "orderNotFound" });
  const decision = decide(before);
  if (!decision.ok) return decision;
  await save(tx, before, decision.value);
  await saveStep(tx, ids, decision.value, change.traceId);
  await moveDeadline(tx, before, decision.value.order);
  return ok(decision.value.order);
}

async function save(tx: Tx, before: Order, decision: Decision): Promise<void> {
  const { order, step } = decision;
  const saved = await tx`
    update orders set version = ${order.version}, fulfilment = ${order.fulfilment}, payment = ${order.payment},
      paid_by = ${order.paidBy}, paid_at = ${order.paidAt}::bigint, rider_id = ${order.rider?.accountId ?? null},
      rider_name = ${order.rider?.name ?? null}, refusal = ${order.refusal}, delivered_at = ${order.deliveredAt}::bigint,
      accept_by = ${order.acceptBy}::bigint, unaccepted_at = ${order.unacceptedAt}::bigint, accepted_at = ${order.acceptedAt}::bigint,
      urged_at = ${order.urgedAt}::bigint, refunds = ${json(tx, order.refunds)}, refunded_fen = ${refundedFen(order)},
      after_sale = ${order.afterSale && json(tx, order.afterSale)},
      ready_at = case when ${step.to} = 'ready' and ready_at is null then ${step.at}::bigint else ready_at end
    where campus_id = ${order.campusId} and order_id = ${order.orderId} and version = ${before.version}`;
  if (saved.count !== 1) throw new Error(`order ${order.orderId} changed under its lock`);
  if (order.urgedAt !== null && order.urgedAt !== before.urgedAt)
    await tx`insert into order_urge ${tx({ campusId: order.campusId, orderId: order.orderId, at: order.urgedAt })}`;
  if (order.afterSale && order.afterSale !== before.afterSale)
    await saveAfterSale(tx, order, order.afterSale);
  if (decision.restock) await giveBack(tx, order);
  const ended = ["refused", "cancelled", "expired"].includes(order.fulfilment);
  if (ended && order.fulfilment !== before.fulfilment && order.couponIds.length > 0)
    await releaseCoupons(tx, order.campusId, order.orderId);
}

async function saveAfterSale(tx: Tx, order: Order, afterSale: AfterSale): Promise<void> {
  const { campusId, orderId } = order;
  const { afterSaleId, no, state, openedAt } = afterSale;
  const row = {
    campusId,
    orderId,
    no,
    afterSaleId,
    shopId: order.shop.shopId,
    state,
    openedAt,
    content: json(tx, afterSale),
  };
  await tx`insert into after_sale ${tx(row)} on conflict (campus_id, order_id, no) do update set
    state = excluded.state, content = excluded.content`;
}
