import type { Tx } from "@sanqi/database";
import type { CampusId, DishId } from "@sanqi/kernel";

/**
 * What a kitchen has counted: from now on so many may still be sold for the day, of a dish or (`choice`) of one of its choices,
 * beyond all that is ordered for it. What paid pre-orders keep is not among them, and only a cancellation adds to it.
 */
export type Counted = {
  readonly campusId: CampusId;
  readonly dishId: DishId;
  readonly choice: string | null;
  readonly day: string;
  readonly left: number;
};

/** Writes it, and tells how many there were before; null: nothing had been taken of that day. Orders wait meanwhile. */
export async function setPortionsLeft(tx: Tx, { left, ...of }: Counted): Promise<number | null> {
  const { campusId, dishId, choice, day } = of;
  if (choice === null) {
    const [before] = await tx<{ left: number }[]>`
      select left_count as "left" from dish_stock
      where campus_id = ${campusId} and dish_id = ${dishId} and day = ${day} for update`;
    await tx`insert into dish_stock ${tx({ campusId, dishId, day, leftCount: left })}
      on conflict (campus_id, dish_id, day) do update set left_count = excluded.left_count, short_count = 0`;
    return before?.left ?? null;
  }
  const [before] = await tx<{ left: number }[]>`
    select left_count as "left" from choice_stock
    where campus_id = ${campusId} and dish_id = ${dishId} and choice = ${choice} and day = ${day} for update`;
  await tx`insert into choice_stock ${tx({ campusId, dishId, choice, day, leftCount: left })}
    on conflict (campus_id, dish_id, choice, day) do update set left_count = excluded.left_count, short_count = 0`;
  return before?.left ?? null;
}
