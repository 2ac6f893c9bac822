import type { Queryable } from "@sanqi/database";
import { waiting } from "./waiting.ts";

/** One thing that is always true of the ledger; `rows` name what breaks it. */
type LedgerCheck = {
  readonly name: string;
  readonly rows: { what: string }[];
  readonly zh: string;
  readonly en: string;
};

/** Holds the ledger against payments, refunds, orders and pay-outs; nothing where the schema is older than the ledger. */
export async function ledgerChecks(sql: Queryable): Promise<LedgerCheck[]> {
  const [found] = await sql<{ ledger: boolean }[]>`select to_regclass('posting') is not null as ledger`;
  if (!found?.ledger) return [];
  const unbalanced = await sql<{ what: string }[]>`
    select p.posting_id as what from posting p cross join lateral (
      select coalesce(sum(e.amount_fen), 0) as total, count(*) as entries from entry e
      where e.campus_id = p.campus_id and e.posting_id = p.posting_id) e
    where e.total <> 0 or e.entries <> p.entry_count`;
  return [
    { name: "分录 postings", rows: unbalanced, zh: "每笔都借贷平衡。", en: "every one balances." },
    {
      name: "账本与支付 ledger and payments",
      rows: await moneyOfPayments(sql),
      zh: "每笔付款和退款都只记一次，平台余额与待付款项一致。",
      en: "every payment and refund is posted once, and what is held or at the platform agrees.",
    },
    {
      name: "账本与订单 ledger and orders",
      rows: await earningsOfOrders(sql),
      zh: "每个已送达的付款订单都只结算一次。",
      en: "every paid order that was handed over is earned once, and no other.",
    },
    {
      name: "发薪 pay-outs",
      rows: await payoutsAndTransit(sql),
      zh: "在途与已付金额和账本一致。",
      en: "what is under way and what was paid agree with the ledger.",
    },
  ];
}

/** Per payment: posted once; at the platform what came less what went; owed what is neither refunded nor earned. */
const moneyOfPayments = (sql: Queryable) => sql<{ what: string }[]>`
  with refunded as (
    select campus_id, payment_id, sum(amount_fen) as total, count(*) as n from refund where state = 'succeeded' group by 1, 2
  ), shared as (
    select campus_id, payment_id, sum(amount_fen) as total from (
      select campus_id, payment_id, amount_fen from share_part where result = 'success'
      union all select campus_id, payment_id, 0 - amount_fen from share_return where state = 'done') s group by 1, 2
  ), booked as (
    select p.campus_id, p.payment_id,
      count(distinct p.posting_id) filter (where p.kind = 'payment') as payments,
      count(distinct p.posting_id) filter (where p.kind = 'refund') as refunds,
      count(distinct p.posting_id) filter (where p.kind = 'earned') as earned,
      sum(e.amount_fen) filter (where e.account like 'channel:%') as channel,
      0 - coalesce(sum(e.amount_fen) filter (where e.account in ('held', 'returning')), 0) as owed
    from posting p join entry e on e.campus_id = p.campus_id and e.posting_id = p.posting_id
    where p.payment_id is not null group by 1, 2
  )
  select coalesce(p.payment_id, b.payment_id) as what
  from (select * from payment where paid_at is not null) p
  full join booked b on b.campus_id = p.campus_id and b.payment_id = p.payment_id
  left join refunded r on r.campus_id = p.campus_id and r.payment_id = p.payment_id
  left join shared s on s.campus_id = p.campus_id and s.payment_id = p.payment_id
  where coalesce(p.order_id, '') not in (${waiting(sql)}) and (
    p.payment_id is null or b.payments is distinct from 1 or b.refunds <> coalesce(r.n, 0)
    or b.channel <> p.amount_fen - coalesce(r.total, 0) - coalesce(s.total, 0)
    or b.owed <> case when b.earned > 0 then 0 else p.amount_fen - coalesce(r.total, 0) end)`;

/** Orders paid elsewhere have no payment here and are not earned; of those refunded in full nothing need be left to earn. */
const earningsOfOrders = (sql: Queryable) => sql<{ what: string }[]>`
  select o.order_id as what from orders o
  join payment p on p.campus_id = o.campus_id and p.payment_id = o.paid_by and p.paid_at is not null
  left join posting e on e.campus_id = o.campus_id and e.key = 'earned:' || o.order_id
  where o.order_id not in (${waiting(sql)}) and (e.posting_id is null) = (o.fulfilment in ('delivered', 'completed'))
    and (e.posting_id is not null or p.amount_fen > (
      select coalesce(sum(r.amount_fen), 0) from refund r
      where r.campus_id = p.campus_id and r.payment_id = p.payment_id and r.state = 'succeeded'))
  union all
  select e.key from posting e where e.kind = 'earned' and not exists (
    select 1 from orders o where o.campus_id = e.campus_id and o.order_id = e.order_id)`;

const payoutsAndTransit = (sql: Queryable) => sql<{ what: string }[]>`
  with moved as (
    select p.campus_id, p.payout_id, 0 - coalesce(sum(e.amount_fen) filter (where e.account = 'transit'), 0) as transit,
      0 - coalesce(sum(e.amount_fen) filter (where e.account = 'bank'), 0) as bank
    from posting p join entry e on e.campus_id = p.campus_id and e.posting_id = p.posting_id
    where p.payout_id is not null group by 1, 2
  )
  select coalesce(o.payout_id, m.payout_id) as what
  from payout o full join moved m on m.campus_id = o.campus_id and m.payout_id = o.payout_id
  where o.payout_id is null or m.payout_id is null
    or m.transit <> case when o.state in ('prepared', 'sent') then o.amount_fen else 0 end
    or m.bank <> case when o.state = 'paid' then o.amount_fen else 0 end`;
