import type { Queryable } from "@sanqi/database";
import type { Finding } from "./check-books.ts";

type Row = { dishId: string; day: string; left: number | null; daily: number | null; sold: number };

/** Stock is never negative, and what is left is the day's portions without those in orders that were not given up. */
export async function checkStock(sql: Queryable, campusId: string): Promise<Finding[]> {
  const rows = await sql<Row[]>`
    with sold as (
      select l.dish_id, o.day, sum(l.quantity)::int as sold
      from order_line l join orders o on o.campus_id = l.campus_id and o.order_id = l.order_id
      where o.campus_id = ${campusId} and o.fulfilment not in ('cancelled', 'refused', 'expired')
        -- Days without any stock row are older than the product's own books: an imported past.
        and o.day in (select day from dish_stock where campus_id = ${campusId})
      group by l.dish_id, o.day),
    stock as (select dish_id, day, left_count from dish_stock where campus_id = ${campusId})
    select dish_id, day, stock.left_count as left, d.daily_stock as daily, coalesce(sold.sold, 0) as sold
    from stock full join sold using (dish_id, day)
    left join dish d using (dish_id)
    where (d.campus_id is null or d.campus_id = ${campusId})
      and (stock.left_count is null or stock.left_count < 0
        or stock.left_count is distinct from d.daily_stock - coalesce(sold.sold, 0))`;
  return rows.map(({ dishId, day, left, daily, sold }) => ({
    kind: "oversold",
    what: `stock of ${dishId} on ${day}: ${daily} a day, ${sold} sold, ${left} left`,
  }));
}
