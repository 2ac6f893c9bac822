import type { Tx } from "@sanqi/database";
import type { CampusId, DishId } from "@sanqi/kernel";

type Shift = {
  readonly campusId: CampusId;
  readonly days: readonly string[];
  readonly changes: readonly {
    readonly dishId: DishId;
    /** null: the dish as a whole. */
    readonly choice: string | null;
    /** null: it was not counted until now. */
    readonly from: number | null;
    readonly to: number;
  }[];
};
type Change = Shift["changes"][number];

/**
 * Moves what is left of the days by the difference. Every day gets its row, also where nothing was ordered yet: an order that
 * still knows the old number finds the row and cannot make one of its own. Rows are locked in the order in which placing
 * locks them.
 */
export async function shiftPortions(tx: Tx, { campusId, days, changes }: Shift): Promise<void> {
  const inOrder = changes.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  for (const { dishId, from, to } of inOrder.filter(({ choice }) => choice === null)) {
    const by = to - (from ?? 0);
    await tx`
      insert into dish_stock as s (campus_id, dish_id, day, left_count)
      select ${campusId}, ${dishId}, day, ${to} from unnest(${days}::text[]) day order by day
      on conflict (campus_id, dish_id, day) do update set
        left_count = greatest(s.left_count - s.short_count + ${by}::int, 0),
        short_count = greatest(s.short_count - s.left_count - ${by}::int, 0)`;
  }
  for (const change of inOrder) {
    if (change.choice === null) continue;
    if (change.from === null) await countChoice(tx, { campusId, days, ...change });
    else await shiftChoice(tx, { campusId, days, ...change });
  }
}

const nameOf = ({ dishId, choice }: Change) => `${dishId} ${choice ?? ""}`;

type OfChoice = Pick<Shift, "campusId" | "days"> & Change;

async function shiftChoice(tx: Tx, { campusId, days, dishId, choice, from, to }: OfChoice): Promise<void> {
  const by = to - (from ?? 0);
  await tx`
    insert into choice_stock as s (campus_id, dish_id, choice, day, left_count)
    select ${campusId}, ${dishId}, ${choice}, day, ${to} from unnest(${days}::text[]) day order by day
    on conflict (campus_id, dish_id, choice, day) do update set
      left_count = greatest(s.left_count - s.short_count + ${by}::int, 0),
      short_count = greatest(s.short_count - s.left_count - ${by}::int, 0)`;
}

/** Nobody counted it until now: what is left is what the orders of each day leave, those cooked in vain too. */
async function countChoice(tx: Tx, { campusId, days, dishId, choice, to }: OfChoice): Promise<void> {
  const [group = "", key = ""] = (choice ?? "").split(":");
  await tx`
    insert into choice_stock (campus_id, dish_id, choice, day, left_count, short_count)
    select ${campusId}, ${dishId}, ${choice}, day, greatest(${to}::int - sold, 0), greatest(sold - ${to}::int, 0)
    from unnest(${days}::text[]) day cross join lateral (
      select coalesce(sum(l.quantity), 0)::int as sold
      from orders o join order_line l on l.campus_id = o.campus_id and l.order_id = o.order_id
      where o.campus_id = ${campusId} and o.day = day.day and l.dish_id = ${dishId}
        and exists (select 1 from jsonb_array_elements(l.choices) c where c ->> 'group' = ${group} and c ->> 'key' = ${key})
        and (o.fulfilment not in ('refused', 'cancelled', 'expired') or exists (
          select 1 from order_step s where s.campus_id = o.campus_id and s.order_id = o.order_id
            and s.to_state = 'refused' and s.from_state not in ('placed', 'accepted')))) ordered
    order by day
    on conflict (campus_id, dish_id, choice, day) do update set
      left_count = excluded.left_count, short_count = excluded.short_count`;
}
