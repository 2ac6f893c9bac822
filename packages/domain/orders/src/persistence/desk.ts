import type { Sql } from "@sanqi/database";
import { type CampusId, fen, type ShopId } from "@sanqi/kernel";
import type { AfterSale, DaySummary } from "../domain/index.ts";
import type { OrderStore } from "../use-cases/ports.ts";
import { type OrderRow, toOrder } from "./order-row.ts";
import { orderColumns } from "./read.ts";

/** What the desks of kitchens and operators look at: complaints, and a day in figures. */
export const createDeskRows = (sql: Sql): Pick<OrderStore, "afterSales" | "daySummary"> => ({
  async afterSales(campusId, { shopIds, open, limit }) {
    const rows = await sql<(OrderRow & { content: AfterSale })[]>`
      select ${orderColumns(sql)}, a.content from after_sale a
      join orders o on o.campus_id = a.campus_id and o.order_id = a.order_id
      where a.campus_id = ${campusId} and (${shopIds === null} or a.shop_id = any(${[...(shopIds ?? [])]}::text[]))
        and (not ${open} or a.state <> 'closed')
      order by case when ${open} then a.opened_at else 0 - a.opened_at end limit ${limit}`;
    return rows.map((row) => ({ order: toOrder(row), afterSale: row.content }));
  },
  daySummary: (campusId, shopIds, day) => daySummary(sql, { campusId, shopIds: [...shopIds], day }),
});

type Day = { readonly campusId: CampusId; readonly shopIds: ShopId[]; readonly day: string };

async function daySummary(sql: Sql, { campusId, shopIds, day }: Day): Promise<DaySummary> {
  const ofDay = sql`o.campus_id = ${campusId} and o.shop_id = any(${shopIds}::text[]) and o.day = ${day}`;
  // Sold is what the kitchen accepted and nobody called off.
  const sold = sql`o.accepted_at is not null and o.fulfilment not in ('refused', 'cancelled')`;
  const [figures, handovers, hours, dishes] = await Promise.all([
    sql<Figures[]>`
      select count(*) filter (where ${sold})::int as orders,
        count(*) filter (where o.fulfilment = 'refused')::int as refused,
        count(*) filter (where o.fulfilment in ('delivered', 'completed'))::int as delivered,
        coalesce(sum(o.goods_fen) filter (where ${sold}), 0)::bigint as goods_fen,
        coalesce(sum(o.packing_fen) filter (where ${sold}), 0)::bigint as packing_fen,
        coalesce(sum((select sum((d ->> 'fen')::bigint) from jsonb_array_elements(o.discounts) d
          where d ->> 'bearer' = 'merchant')) filter (where ${sold}), 0)::bigint as own_discount_fen,
        coalesce(sum((select sum((r ->> 'fen')::bigint) from jsonb_array_elements(o.refunds) r
          where r ->> 'bearer' = 'merchant')) filter (where ${sold}), 0)::bigint as refunded_fen,
        round(avg(o.ready_at - o.accepted_at) filter (where o.ready_at is not null and o.slot_from_at is null) / 60000.0)::int as cook_minutes,
        count(*) filter (where o.after_sale is not null)::int as complaints,
        (select round(avg(r.stars), 1)::float8 from review r join orders o on o.campus_id = r.campus_id and o.order_id = r.order_id
          where ${ofDay} and r.hidden_at is null) as rating
      from orders o where ${ofDay}`,
    sql<DaySummary["byHandover"]>`
      select o.handover, count(*)::int as orders from orders o where ${ofDay} and ${sold} group by 1 order by 2 desc, 1`,
    sql<DaySummary["byHour"]>`
      select extract(hour from to_timestamp(coalesce(o.slot_from_at, o.placed_at) / 1000.0) at time zone 'Asia/Shanghai')::int as hour,
        count(*)::int as orders
      from orders o where ${ofDay} and ${sold} group by 1 order by 1`,
    sql<DaySummary["dishes"]>`
      select l.dish_id, min(l.name) as name, min(l.name_en) as name_en, sum(l.quantity)::int as portions,
        sum(l.total_fen)::bigint as goods_fen
      from orders o join order_line l on l.campus_id = o.campus_id and l.order_id = o.order_id
      where ${ofDay} and ${sold} group by l.dish_id order by portions desc, l.dish_id limit 50`,
  ]);
  const [sums] = figures;
  if (!sums) throw new Error("an aggregate without its row");
  const money = {
    goodsFen: fen(sums.goodsFen),
    packingFen: fen(sums.packingFen),
    ownDiscountFen: fen(sums.ownDiscountFen),
    refundedFen: fen(sums.refundedFen),
  };
  return { ...sums, ...money, day, byHandover: handovers, byHour: hours, dishes };
}

type Figures = Omit<
  DaySummary,
  "day" | "byHandover" | "byHour" | "dishes" | "goodsFen" | "packingFen" | "ownDiscountFen" | "refundedFen"
> & { goodsFen: number; packingFen: number; ownDiscountFen: number; refundedFen: number };
