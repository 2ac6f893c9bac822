import type { Queryable } from "@sanqi/database";
import { type CampusId, chinaDay, day as dayMs, minute } from "@sanqi/kernel";
import type { DatedDifference, DifferenceSubject } from "../domain/index.ts";

/** Days that are looked at: what is older was looked at when it was new, and again where it became a case. */
const lookBack = 3;
/** Events bring one book's news to the other within seconds; what takes longer than this will not come by itself. */
const settled = 10 * minute;
/** Who brings money's news to orders and ledger. What one of them has parked will not come by itself: that is to be told. */
const tellers = [
  "mark-order-paid-on-payment-succeeded",
  "mark-order-refunded-on-payment-refunded",
  "post-to-ledger-on-money-moved",
];

type Row = {
  subject: DifferenceSubject;
  number: string;
  day: string;
  at: number;
  paymentId: string | null;
  expected: number | null;
  found: number | null;
  ownState: string | null;
};

/**
 * Where orders, stock, payments and ledger contradict each other. This is the one place that reads the tables of other
 * modules: what they agree on cannot be seen from within any of them. It only reads.
 */
export async function findDrift(sql: Queryable, campusId: CampusId, now: number): Promise<DatedDifference[]> {
  const since = chinaDay(now - lookBack * dayMs);
  const rows = await Promise.all([
    stock(sql, campusId, chinaDay(now)),
    paidOrders(sql, campusId, { since, before: now - settled }),
    refundedTooMuch(sql, campusId, now - (lookBack + 1) * dayMs),
    unposted(sql, campusId, { since: now - (lookBack + 1) * dayMs, before: now - settled }),
  ]);
  return rows
    .flat()
    .map((row): DatedDifference => ({ kind: "drift", platformNumber: null, ...row }))
    .sort((a, b) => a.at - b.at || (a.number < b.number ? -1 : 1));
}

/**
 * What is left of a dish is its daily stock without the portions of orders, also of those refused when they were cooked. Of
 * days that are over nobody knows any more what the daily stock was; what a kitchen has counted itself is the truth.
 */
const stock = (sql: Queryable, campusId: CampusId, today: string) => sql<Row[]>`
  with sold as (
    select l.dish_id, o.day, sum(l.quantity)::int as portions, max(o.placed_at) as at
    from order_line l join orders o on o.campus_id = l.campus_id and o.order_id = l.order_id
    where o.campus_id = ${campusId} and o.day >= ${today}
      and (o.fulfilment not in ('cancelled', 'refused', 'expired') or exists (
        select 1 from order_step t where t.campus_id = o.campus_id and t.order_id = o.order_id
          and t.to_state in ('preparing', 'ready')))
      -- Imported orders took no stock here.
      and o.idempotency_key <> 'history-' || o.order_id
    group by l.dish_id, o.day)
  select 'stock' as subject, s.dish_id as number, s.day, coalesce(sold.at, 0) as at, null as payment_id,
    (d.daily_stock - coalesce(sold.portions, 0))::bigint as expected, (s.left_count - s.short_count)::bigint as found,
    null as own_state
  from dish_stock s join dish d on d.campus_id = s.campus_id and d.dish_id = s.dish_id
  left join sold on sold.dish_id = s.dish_id and sold.day = s.day
  where s.campus_id = ${campusId} and s.day >= ${today}
    and s.left_count - s.short_count <> d.daily_stock - coalesce(sold.portions, 0)
    and not exists (
      select 1 from catalog_change c where c.campus_id = d.campus_id and c.shop_id = d.shop_id and c.kind = 'leftSet'
        and c.subject = d.dish_id and ${dayOf(sql, sql`c.at`)} = s.day)`;

/** The day in China of a moment in epoch ms. */
const dayOf = (sql: Queryable, at: ReturnType<Queryable>) =>
  sql`to_char(to_timestamp(${at} / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

/** Money that is being told right now: an event of the order still waits. */
const waiting = (sql: Queryable, campusId: CampusId) => sql`
  select key from outbox where campus_id = ${campusId} and not published
  union select key from inbox where campus_id = ${campusId} and state = 'waiting'
    and consumer = any(${tellers}::text[])`;

/** A case is looked at again, whatever its age: open, only the books let it go; closed, it may become another one. */
const knownCases = (sql: Queryable, campusId: CampusId, subject: DifferenceSubject) => sql`
  select number from difference
  where campus_id = ${campusId} and channel = 'own' and state <> 'gone' and subject = ${subject}`;

/** An order is paid when it has a payment of its amount that was paid, and only then. */
const paidOrders = (sql: Queryable, campusId: CampusId, when: { since: string; before: number }) => sql<
  Row[]
>`
  select 'order' as subject, o.order_id as number, o.day, o.placed_at as at, min(p.payment_id) as payment_id,
    o.total_fen as expected, coalesce(sum(p.amount_fen), 0)::bigint as found, o.payment as own_state
  from orders o left join payment p on p.campus_id = o.campus_id and p.order_id = o.order_id
    and p.state in ('paid', 'refunding', 'partlyRefunded', 'refunded')
  where o.campus_id = ${campusId} and o.idempotency_key <> 'history-' || o.order_id
    and (o.order_id in (${knownCases(sql, campusId, "order")})
      or o.day >= ${when.since} and o.placed_at < ${when.before} and coalesce(o.paid_at, 0) < ${when.before}
        and o.order_id not in (${waiting(sql, campusId)}))
  group by o.campus_id, o.order_id
  having (o.payment in ('paid', 'refunding', 'partlyRefunded', 'refunded')) <> (count(p.payment_id) > 0)
    or bool_or(p.amount_fen <> o.total_fen)
    -- A second payment of an order goes back; until then the order's money is not its own.
    or count(p.payment_id) filter (where p.state = 'paid') > 1`;

/** Nobody gets more back than was paid, however long ago the first part went. */
const refundedTooMuch = (sql: Queryable, campusId: CampusId, since: number) => sql<Row[]>`
  select 'payment' as subject, p.payment_id as number, ${dayOf(sql, sql`p.paid_at`)} as day,
    p.paid_at as at, p.payment_id, p.amount_fen as expected, sum(r.amount_fen)::bigint as found, p.state as own_state
  from payment p join refund r on r.campus_id = p.campus_id and r.payment_id = p.payment_id and r.state <> 'failed'
  where p.campus_id = ${campusId} and p.payment_id in (
    select payment_id from refund where campus_id = ${campusId} and requested_at >= ${since}
    union ${knownCases(sql, campusId, "payment")})
  group by p.campus_id, p.payment_id having sum(r.amount_fen) > p.amount_fen`;

/** Every payment and every refund stands in the ledger, with its amount. */
const unposted = (sql: Queryable, campusId: CampusId, when: { since: number; before: number }) => sql<Row[]>`
  with money as (
    select payment_id as number, payment_id, order_id, amount_fen, paid_at as at, 'payment' as kind from payment
    where campus_id = ${campusId} and state in ('paid', 'refunding', 'partlyRefunded', 'refunded')
      and (payment_id in (${knownCases(sql, campusId, "ledger")})
        or paid_at >= ${when.since} and paid_at < ${when.before}
          and order_id not in (${waiting(sql, campusId)}))
    union all
    select refund_id, payment_id, order_id, amount_fen, finished_at, 'refund' from refund
    where campus_id = ${campusId} and state = 'succeeded'
      and (refund_id in (${knownCases(sql, campusId, "ledger")})
        or finished_at >= ${when.since} and finished_at < ${when.before}
          and order_id not in (${waiting(sql, campusId)})))
  select 'ledger' as subject, m.number, ${dayOf(sql, sql`m.at`)} as day, m.at, m.payment_id,
    m.amount_fen as expected, coalesce(abs(sum(e.amount_fen)), 0)::bigint as found, null as own_state
  from money m
  left join posting g on g.campus_id = ${campusId} and g.kind = m.kind
    and (case m.kind when 'refund' then g.refund_id else g.payment_id end) = m.number
  left join entry e on e.campus_id = g.campus_id and e.posting_id = g.posting_id and e.account like 'channel:%'
  group by m.number, m.payment_id, m.amount_fen, m.at
  having coalesce(abs(sum(e.amount_fen)), 0) <> m.amount_fen`;
