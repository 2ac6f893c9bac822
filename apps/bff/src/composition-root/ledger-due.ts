import type { Queryable } from "@sanqi/database";
import type { CampusId } from "@sanqi/kernel";
import type { DueFact, FactSource, MoneyFacts } from "@sanqi/ledger/use-cases";

type Page = { readonly after: string; readonly limit: number };

/** Pages over payments, refunds and shares with the keys of what the ledger must have of each; every page is read by a primary key. */
export const dueFacts =
  (sql: Queryable): MoneyFacts["due"] =>
  async (campusId, { source, ...page }) => [...(await pages[source](sql, campusId, page))];

const pages: Record<
  FactSource,
  (sql: Queryable, campusId: CampusId, page: Page) => PromiseLike<readonly DueFact[]>
> = {
  payment: (sql, campusId, { after, limit }) => sql<DueFact[]>`
    select p.payment_id as id, p.order_id, greatest(p.paid_at, o.delivered_at) as at,
      array_remove(array['payment:' || p.payment_id,
        case when o.paid_by = p.payment_id and o.fulfilment in ('delivered', 'completed') then 'earned:' || o.order_id end
      ], null) as keys,
      coalesce(o.fulfilment not in ('delivered', 'completed', 'refused', 'cancelled', 'expired'), false) as open
    from payment p left join orders o on o.campus_id = p.campus_id and o.order_id = p.order_id
    where p.campus_id = ${campusId} and p.payment_id > ${after} and p.paid_at is not null
    order by p.payment_id limit ${limit}`,
  refund: (sql, campusId, { after, limit }) => sql<DueFact[]>`
    select r.refund_id as id, r.order_id, coalesce(r.finished_at, r.requested_at) as at,
      array(
        select 'refund:' || r.refund_id where r.state = 'succeeded'
        union all
        select 'share-returned:' || b.refund_id || ':' || b.party from share_return b
        where b.campus_id = r.campus_id and b.refund_id = r.refund_id and b.state = 'done') as keys,
      r.state in ('requested', 'processing') as open
    from refund r where r.campus_id = ${campusId} and r.refund_id > ${after} order by r.refund_id limit ${limit}`,
  share: (sql, campusId, { after, limit }) => sql<DueFact[]>`
    select s.payment_id as id, s.order_id, coalesce(s.finished_at, s.requested_at, s.planned_at) as at,
      array(
        select 'share:' || t.payment_id || ':' || t.party from share_part t
        where t.campus_id = s.campus_id and t.payment_id = s.payment_id and t.result = 'success') as keys,
      s.state in ('planned', 'requested', 'processing') and p.refunded_fen < p.amount_fen as open
    from share s join payment p on p.campus_id = s.campus_id and p.payment_id = s.payment_id
    where s.campus_id = ${campusId} and s.payment_id > ${after} and p.paid_at is not null
    order by s.payment_id limit ${limit}`,
};
