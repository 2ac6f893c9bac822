import type { Evidence, Finding } from "./evidence.ts";

type Row = { what: string; daily: number | null; sold: number; left: number | null };

/**
 * Portions counted again from the lines of orders: what was cooked or is to be cooked is within the day's portions, and what the
 * shelf says is left is what is left.
 */
export async function checkStock({ sql, campusId, since }: Evidence): Promise<Finding[]> {
  // What a kitchen refused before it cooked went back to the shelf; what was cooked did not.
  const kept = sql`
    o.campus_id = ${campusId} and o.placed_at >= ${since} and (o.fulfilment not in ('cancelled', 'refused', 'expired')
      or exists (select 1 from order_step t where t.campus_id = o.campus_id and t.order_id = o.order_id
        and t.command = 'refuse' and t.from_state in ('preparing', 'ready', 'pickedUp')))`;
  const dishes = await sql<Row[]>`
    with sold as (
      select l.dish_id, o.day, sum(l.quantity)::int as portions from orders o
      join order_line l on l.campus_id = o.campus_id and l.order_id = o.order_id
      where ${kept} group by l.dish_id, o.day),
    shelf as (
      select dish_id, day, left_count - short_count as portions from dish_stock where campus_id = ${campusId}
        and day in (select distinct day from orders where campus_id = ${campusId} and placed_at >= ${since}))
    select 'dish ' || coalesce(shelf.dish_id, sold.dish_id) || ' on ' || coalesce(shelf.day, sold.day) as what,
      d.daily_stock as daily, coalesce(sold.portions, 0) as sold, shelf.portions as left
    from shelf full join sold on sold.dish_id = shelf.dish_id and sold.day = shelf.day
    left join dish d on d.campus_id = ${campusId} and d.dish_id = coalesce(shelf.dish_id, sold.dish_id)`;
  const choices = await sql<Row[]>`
    with sold as (
      select l.dish_id, (c.value ->> 'group') || ':' || (c.value ->> 'key') as choice, o.day, sum(l.quantity)::int as portions
      from orders o join order_line l on l.campus_id = o.campus_id and l.order_id = o.order_id,
        jsonb_array_elements(l.choices) c (value)
      where ${kept} group by 1, 2, 3)
    select 'choice ' || s.choice || ' of dish ' || s.dish_id || ' on ' || s.day as what, null::int as daily,
      coalesce(sold.portions, 0) as sold, s.left_count - s.short_count as left
    from choice_stock s left join sold on sold.dish_id = s.dish_id and sold.choice = s.choice and sold.day = s.day
    where s.campus_id = ${campusId}`;
  return [
    ...dishes.filter(({ daily, sold, left }) => daily === null || sold > daily || left !== daily - sold),
    // A choice's own portions of the day stand in the menu; here it counts that the shelf never went below nothing.
    ...choices.filter(({ left }) => left === null || left < 0),
  ].map(({ what, daily, sold, left }) => ({
    kind: "oversold" as const,
    what: `${what}: ${daily ?? "?"} a day, ${sold} sold, ${left ?? "nothing noted as"} left`,
  }));
}
