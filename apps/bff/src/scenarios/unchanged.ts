import type { Stage } from "./stage.ts";

/** Everything that an order or a payment could leave behind: how many rows, and what is left of each stock. */
export async function trail(stage: Stage): Promise<Record<string, number>> {
  const [row] = await stage.sql<Record<string, number>[]>`
    select (select count(*)::int from orders) as orders, (select count(*)::int from order_line) as lines,
      (select count(*)::int from order_step) as steps, (select coalesce(sum(version), 0)::int from orders) as versions,
      (select count(*)::int from outbox) as events, (select count(*)::int from dish_stock) as stocks,
      (select coalesce(sum(left_count), 0)::int from dish_stock) as portions,
      (select count(*)::int from payment) as payments, (select count(*)::int from payment where state = 'paid') as paid,
      (select count(*)::int from refund) as refunds, (select count(*)::int from review) as reviews, (select count(*)::int from order_urge) as urges,
      (select count(*)::int from call_binding) as calls, (select count(*)::int from role_grant) as roles,
      (select count(*)::int from dish where sold_out_day is not null) as sold_out`;
  if (!row) throw new Error("no row");
  return row;
}
