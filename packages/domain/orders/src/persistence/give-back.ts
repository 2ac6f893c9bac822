import type { Tx } from "@sanqi/database";
import { choicesOf, type Order, portionsOf } from "../domain/index.ts";

/**
 * What an order took that was never cooked: portions, portions of choices, its place in the slot. Rows are
 * locked in the order in which placing locks them, whatever plan the updates get: nobody waits in a circle. Where more was
 * sold than a kitchen has now, what comes back makes up for that first.
 */
export async function giveBack(tx: Tx, order: Order): Promise<void> {
  const { campusId, orderId } = order;
  const portions = [...portionsOf(order.lines)];
  const dishIds = portions.map(([id]) => id as string);
  await tx`
    select 1 from dish_stock s join orders o on o.campus_id = s.campus_id and o.day = s.day
    where o.campus_id = ${campusId} and o.order_id = ${orderId} and s.dish_id = any(${dishIds}::text[])
    order by s.dish_id collate "C" for update of s`;
  await tx`
    update dish_stock s set
      left_count = greatest(s.left_count - s.short_count + p.quantity, 0),
      short_count = greatest(s.short_count - s.left_count - p.quantity, 0)
    from unnest(${dishIds}::text[], ${portions.map(([, n]) => n)}::int[]) as p (dish_id, quantity), orders o
    where o.campus_id = ${campusId} and o.order_id = ${orderId}
      and s.campus_id = o.campus_id and s.day = o.day and s.dish_id = p.dish_id`;
  await giveBackChoices(tx, order);
  if (order.slot)
    await tx`
      update slot_load set taken = taken - 1
      where campus_id = ${campusId} and shop_id = ${order.shop.shopId} and slot_from_at = ${order.slot.from}`;
}

async function giveBackChoices(tx: Tx, order: Order): Promise<void> {
  const { campusId, orderId } = order;
  const choices = choicesOf(order.lines);
  if (choices.length === 0) return;
  const column = <K extends "dishId" | "choice" | "quantity">(key: K) => choices.map((c) => c[key]);
  await tx`
    select 1 from choice_stock s join orders o on o.campus_id = s.campus_id and o.day = s.day
    where o.campus_id = ${campusId} and o.order_id = ${orderId}
      and (s.dish_id, s.choice) in (select * from unnest(${column("dishId")}::text[], ${column("choice")}::text[]))
    order by (s.dish_id || ' ' || s.choice) collate "C" for update of s`;
  await tx`
    update choice_stock s set
      left_count = greatest(s.left_count - s.short_count + p.quantity, 0),
      short_count = greatest(s.short_count - s.left_count - p.quantity, 0)
    from unnest(${column("dishId")}::text[], ${column("choice")}::text[], ${column("quantity")}::int[])
        as p (dish_id, choice, quantity), orders o
    where o.campus_id = ${campusId} and o.order_id = ${orderId}
      and s.campus_id = o.campus_id and s.day = o.day and s.dish_id = p.dish_id and s.choice = p.choice`;
}
