import type { Sql } from "@sanqi/database";
import type { OrderStore, StoredView } from "../use-cases/ports.ts";
import { type OrderRow, toOrder } from "./order-row.ts";
import { orderColumns } from "./read.ts";

/** All that a view is made of, in one statement: a change in between would show a step of a version that is not there yet. */
export const createViewRows = (sql: Sql): Pick<OrderStore, "views"> => ({
  async views(campusId, orderIds) {
    const rows = await sql<(OrderRow & Omit<StoredView, "order">)[]>`
      select ${orderColumns(sql)}, (
        select coalesce(jsonb_agg(jsonb_build_object('at', s.at, 'command', s.command, 'actorKind', s.actor_kind,
          'actorId', s.actor_id, 'actorName', s.actor_name, 'from', s.from_state, 'to', s.to_state, 'reason', s.reason,
          'traceId', s.trace_id) order by s.version), '[]')
        from order_step s where s.campus_id = o.campus_id and s.order_id = o.order_id) as steps, (
        select jsonb_build_object('stars', r.stars, 'comment', r.comment, 'at', r.at, 'answer', r.answer,
          'hidden', r.hidden_reason)
        from review r where r.campus_id = o.campus_id and r.order_id = o.order_id) as rating
      from orders o where o.campus_id = ${campusId} and o.order_id = any(${[...orderIds]}::text[])`;
    return rows.map((row) => ({ order: toOrder(row), steps: row.steps, rating: row.rating }));
  },
});
