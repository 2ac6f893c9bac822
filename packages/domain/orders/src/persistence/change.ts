import type { Tx } from "@sanqi/database";
import { err, ok, type Result } from "@sanqi/kernel";
import { type Decision, type Order, type OrderError, portionsOf } from "../domain/index.ts";
import type { Change, Decide } from "../use-cases/ports.ts";
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
  return ok(decision.value.order);
}

async function save(tx: Tx, before: Order, decision: Decision): Promise<void> {
  const { order, step } = decision;
  const saved = await tx`
    update orders set version = ${order.version}, fulfilment = ${order.fulfilment}, payment = ${order.payment},
      paid_by = ${order.paidBy}, paid_at = ${order.paidAt}::bigint, rider_id = ${order.rider?.accountId ?? null},
      rider_name = ${order.rider?.name ?? null}, refusal = ${order.refusal}, delivered_at = ${order.deliveredAt}::bigint,
      accept_by = ${order.acceptBy}::bigint, unaccepted_at = ${order.unacceptedAt}::bigint, accepted_at = ${order.acceptedAt}::bigint,
      urged_at = ${order.urgedAt}::bigint,
      ready_at = case when ${step.to} = 'ready' and ready_at is null then ${step.at}::bigint else ready_at end
    where campus_id = ${order.campusId} and order_id = ${order.orderId} and version = ${before.version}`;
  if (saved.count !== 1) throw new Error(`order ${order.orderId} changed under its lock`);
  if (order.urgedAt !== null && order.urgedAt !== before.urgedAt)
    await tx`insert into order_urge ${tx({ campusId: order.campusId, orderId: order.orderId, at: order.urgedAt })}`;
  if (!decision.restock) return;
  const portions = [...portionsOf(order.lines)];
  // Locked in the order in which placing locks them, whatever plan the update below gets: nobody waits in a circle.
  await tx`
    select 1 from dish_stock s join orders o on o.campus_id = s.campus_id and o.day = s.day
    where o.campus_id = ${order.campusId} and o.order_id = ${order.orderId}
      and s.dish_id = any(${portions.map(([id]) => id as string)}::text[])
    order by s.dish_id for update of s`;
  await tx`
    update dish_stock s set left_count = s.left_count + p.quantity
    from unnest(${portions.map(([id]) => id)}::text[], ${portions.map(([, n]) => n)}::int[]) as p (dish_id, quantity),
      orders o
    where o.campus_id = ${order.campusId} and o.order_id = ${order.orderId}
      and s.campus_id = o.campus_id and s.day = o.day and s.dish_id = p.dish_id`;
}
