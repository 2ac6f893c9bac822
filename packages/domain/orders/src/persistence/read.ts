import type { Queryable } from "@sanqi/database";
import type { AccountId, CampusId, OrderId } from "@sanqi/kernel";
import type { Order } from "../domain/index.ts";
import { type OrderRow, toOrder } from "./order-row.ts";

/** Select list of an order with its lines; used as `select ${orderColumns(sql)} from orders o`. */
export const orderColumns = (sql: Queryable) => sql`o.*, (
  select coalesce(jsonb_agg(jsonb_build_object('dishId', l.dish_id, 'name', l.name, 'nameEn', l.name_en, 'art', l.art,
    'choices', l.choices, 'quantity', l.quantity, 'unitFen', l.unit_fen, 'totalFen', l.total_fen) order by l.line_no), '[]')
  from order_line l where l.campus_id = o.campus_id and l.order_id = o.order_id) as lines`;

export async function loadOrder(sql: Queryable, campusId: CampusId, orderId: OrderId): Promise<Order | null> {
  const [row] = await sql<OrderRow[]>`
    select ${orderColumns(sql)} from orders o where o.campus_id = ${campusId} and o.order_id = ${orderId}`;
  return row ? toOrder(row) : null;
}

/** The newest state, locked until the transaction ends. */
export async function lockOrder(sql: Queryable, campusId: CampusId, orderId: OrderId): Promise<Order | null> {
  const [row] = await sql<OrderRow[]>`
    select ${orderColumns(sql)} from orders o where o.campus_id = ${campusId} and o.order_id = ${orderId} for update`;
  return row ? toOrder(row) : null;
}

export async function loadByKey(sql: Queryable, campusId: CampusId, accountId: AccountId, key: string) {
  const [row] = await sql<(OrderRow & { fingerprint: string })[]>`
    select ${orderColumns(sql)} from orders o
    where o.campus_id = ${campusId} and o.account_id = ${accountId} and o.idempotency_key = ${key}`;
  return row ? { order: toOrder(row), fingerprint: row.fingerprint } : null;
}
