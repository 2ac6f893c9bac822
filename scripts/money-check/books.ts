import type { Queryable } from "@sanqi/database";
import type { CampusId } from "@sanqi/kernel";
import type { OwnPayment } from "./charges.ts";

export type Books = {
  readonly orders: number;
  readonly postings: number;
  /** Each names what breaks the rule. */
  readonly unbalanced: readonly string[];
  readonly oversold: readonly string[];
  readonly payments: readonly OwnPayment[];
};

type Rows = { what: string }[];
const named = (rows: Rows): string[] => rows.map((row) => row.what);

/** Counts and rules that one database can answer by itself. */
export async function readBooks(sql: Queryable, campusId: CampusId): Promise<Books> {
  const [counts] = await sql<{ orders: number; postings: number }[]>`
    select (select count(*)::int from orders where campus_id = ${campusId} and idempotency_key <> 'history-' || order_id) as orders,
      (select count(*)::int from posting where campus_id = ${campusId}) as postings`;
  const unbalanced = await sql<Rows>`
    select p.posting_id as what from posting p left join entry e on e.campus_id = p.campus_id and e.posting_id = p.posting_id
    where p.campus_id = ${campusId} group by p.campus_id, p.posting_id, p.entry_count
    having coalesce(sum(e.amount_fen), 0) <> 0 or count(e.line_no) <> p.entry_count`;
  const oversold = await sql<Rows>`
    with sold as (
      select l.dish_id, o.day, sum(l.quantity) as portions
      from order_line l join orders o on o.campus_id = l.campus_id and o.order_id = l.order_id
      where o.campus_id = ${campusId} and (o.fulfilment not in ('cancelled', 'refused', 'expired') or exists (
          -- What was cooked does not go back to the shelf.
          select 1 from order_step t where t.campus_id = o.campus_id and t.order_id = o.order_id
            and t.command = 'refuse' and t.from_state in ('preparing', 'ready', 'pickedUp')))
        and o.idempotency_key <> 'history-' || o.order_id
      group by l.dish_id, o.day)
    select s.dish_id || ' ' || s.day as what from dish_stock s
    join dish d on d.campus_id = s.campus_id and d.dish_id = s.dish_id
    left join sold on sold.dish_id = s.dish_id and sold.day = s.day
    where s.campus_id = ${campusId} and (s.left_count < 0 or sold.portions > d.daily_stock)`;
  const payments = await sql<OwnPayment[]>`
    select p.payment_id, p.order_id, coalesce(sum(r.amount_fen), 0)::bigint as refunded_fen
    from payment p left join refund r on r.campus_id = p.campus_id and r.payment_id = p.payment_id and r.state <> 'failed'
    where p.campus_id = ${campusId} group by p.campus_id, p.payment_id, p.order_id`;
  return {
    orders: counts?.orders ?? 0,
    postings: counts?.postings ?? 0,
    unbalanced: named(unbalanced),
    oversold: named(oversold),
    payments: [...payments],
  };
}
