import type { Tx } from "@sanqi/database";
import type { DishId } from "@sanqi/kernel";
import type { Placement } from "../use-cases/ports.ts";

export type Missing = {
  readonly dishId: DishId;
  readonly name: string;
  readonly nameEn: string;
  readonly left: number;
};

/** Takes all portions or none. Rows are locked in the order of their ids, so two orders never wait for each other in a circle. */
export async function takeStock(tx: Tx, placement: Placement): Promise<Missing | null> {
  const { campusId } = placement.decision.order;
  const { portions, day } = placement;
  const ids = portions.map((p) => p.dishId);
  const wanted = portions.map((p) => p.quantity);
  const taken = await tx<{ dishId: DishId }[]>`
    insert into dish_stock as s (campus_id, dish_id, day, left_count)
    select ${campusId}, dish_id, ${day}, greatest(daily - quantity, 0)
    from unnest(${ids}::text[], ${wanted}::int[], ${portions.map((p) => p.dailyStock)}::int[]) as p (dish_id, quantity, daily)
    where daily >= quantity or exists (
      select 1 from dish_stock c where c.campus_id = ${campusId} and c.dish_id = p.dish_id and c.day = ${day})
    order by dish_id
    on conflict (campus_id, dish_id, day) do update set left_count = s.left_count - (
      select p.quantity from unnest(${ids}::text[], ${wanted}::int[]) as p (dish_id, quantity) where p.dish_id = s.dish_id)
    where s.left_count >= (
      select p.quantity from unnest(${ids}::text[], ${wanted}::int[]) as p (dish_id, quantity) where p.dish_id = s.dish_id)
    returning s.dish_id`;
  if (taken.length === portions.length) return null;
  const got = new Set(taken.map((row) => row.dishId));
  const missing = portions.find((p) => !got.has(p.dishId));
  if (!missing) throw new Error("stock statement returned other dishes than asked for");
  const [row] = await tx<{ left: number }[]>`
    select left_count as "left" from dish_stock where campus_id = ${campusId} and dish_id = ${missing.dishId} and day = ${day}`;
  const { dishId, name, nameEn, dailyStock } = missing;
  return { dishId, name, nameEn, left: row?.left ?? dailyStock };
}

/** The same for choices that have a stock of their own; few orders have any. */
export async function takeChoices(tx: Tx, placement: Placement): Promise<Missing | null> {
  const { campusId } = placement.decision.order;
  const { choicePortions, day } = placement;
  // One by one in the order of their names: few choices of an order have a stock, and rows are locked in that order.
  const inOrder = [...choicePortions].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  for (const { dishId, choice, quantity, dailyStock, name, nameEn } of inOrder) {
    const taken = await tx`
      insert into choice_stock as s (campus_id, dish_id, choice, day, left_count)
      select ${campusId}, ${dishId}, ${choice}, ${day}, greatest(${dailyStock}::int - ${quantity}::int, 0)
      where ${dailyStock}::int >= ${quantity}::int or exists (
        select 1 from choice_stock c where c.campus_id = ${campusId} and c.dish_id = ${dishId} and c.choice = ${choice} and c.day = ${day})
      on conflict (campus_id, dish_id, choice, day) do update set left_count = s.left_count - ${quantity}
      where s.left_count >= ${quantity}`;
    if (taken.count === 1) continue;
    const [row] = await tx<{ left: number }[]>`
      select left_count as "left" from choice_stock
      where campus_id = ${campusId} and dish_id = ${dishId} and choice = ${choice} and day = ${day}`;
    return { dishId, name, nameEn, left: row?.left ?? dailyStock };
  }
  return null;
}

const nameOf = (portion: { dishId: string; choice: string }) => `${portion.dishId} ${portion.choice}`;

/** One place of the slot; false where all are taken. Slots are locked after the stock by every order. */
export async function takeSlot(tx: Tx, placement: Placement): Promise<boolean> {
  const { campusId, shop, slot } = placement.decision.order;
  const capacity = placement.slotCapacity;
  if (!slot || capacity === null) return true;
  const taken = await tx`
    insert into slot_load as s (campus_id, shop_id, slot_from_at, taken)
    select ${campusId}, ${shop.shopId}, ${slot.from}, 1 where ${capacity}::int >= 1
    on conflict (campus_id, shop_id, slot_from_at) do update set taken = s.taken + 1 where s.taken < ${capacity}`;
  return taken.count === 1;
}
