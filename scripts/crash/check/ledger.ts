import { type Evidence, type Finding, sumFen } from "./evidence.ts";

type Named = { what: string };

/** Every posting sums to nothing, everything that happened to money is booked once, and the platforms' accounts hold what they hold. */
export async function checkLedger(evidence: Evidence): Promise<Finding[]> {
  const { sql, campusId, since, sandbox } = evidence;
  const unbalanced = await sql<Named[]>`
    select 'posting ' || p.key || ' sums to ' || coalesce(sum(e.amount_fen), 0) || ' in ' || count(e.line_no) || ' entries' as what
    from posting p left join entry e on e.campus_id = p.campus_id and e.posting_id = p.posting_id
    where p.campus_id = ${campusId} group by p.campus_id, p.posting_id, p.key, p.entry_count
    having coalesce(sum(e.amount_fen), 0) <> 0 or count(e.line_no) <> p.entry_count`;
  const taken = sandbox.payments.filter(({ paidAt }) => paidAt !== null && paidAt >= since);
  const since_ = new Set(taken.map(({ outTradeNo }) => outTradeNo));
  const back = sandbox.refunds.filter(
    ({ state, outTradeNo }) => state === "SUCCESS" && since_.has(outTradeNo),
  );
  const handedOver = await sql<{ key: string }[]>`
    select 'earned:' || order_id as key from orders where campus_id = ${campusId} and placed_at >= ${since}
      and fulfilment in ('delivered', 'completed') and paid_by is not null and payment <> 'refunded'`;
  const shared = await sql<{ key: string }[]>`
    select 'share:' || t.payment_id || ':' || t.party as key from share_part t
    where t.campus_id = ${campusId} and t.result = 'success'`;
  const wanted = [
    ...taken.map(({ outTradeNo }) => `payment:${outTradeNo}`),
    ...back.map(({ refundNo }) => `refund:${refundNo}`),
    ...[...handedOver, ...shared].map(({ key }) => key),
  ];
  const missing = await sql<Named[]>`
    select k.key || ' is not in the ledger' as what from unnest(${wanted}::text[]) as k (key)
    where not exists (select 1 from posting p where p.campus_id = ${campusId} and p.key = k.key)`;
  return [...unbalanced, ...missing, ...(await differing(evidence, since_))].map(({ what }) => ({
    kind: "unbalanced_postings" as const,
    what,
  }));
}

/** What our accounts at the platforms say of the run's payments, against what the platforms say themselves. */
async function differing(
  { sql, campusId, sandbox }: Evidence,
  paymentIds: ReadonlySet<string>,
): Promise<Named[]> {
  const rows = await sql<{ account: string; held: number }[]>`
    select e.account, sum(e.amount_fen)::bigint as held from entry e
    join posting p on p.campus_id = e.campus_id and p.posting_id = e.posting_id
    where e.campus_id = ${campusId} and e.account like 'channel:%' and p.payment_id = any(${[...paymentIds]}::text[])
    group by e.account`;
  return (["wechatPay", "alipay"] as const).flatMap((channel) => {
    const of = <T extends { channel: string; outTradeNo: string }>(items: readonly T[]) =>
      items.filter((item) => item.channel === channel && paymentIds.has(item.outTradeNo));
    const parts = of(sandbox.shares).flatMap((share) => (share.unfreezes ? [] : share.parts));
    const gone = parts.filter(({ result }) => result === "SUCCESS");
    const there =
      sumFen(of(sandbox.payments)) -
      sumFen(of(sandbox.refunds).filter(({ state }) => state === "SUCCESS")) -
      gone.reduce((sum, { amountFen, returnedFen }) => sum + amountFen - returnedFen, 0);
    const held = rows.find(({ account }) => account === `channel:${channel}`)?.held ?? 0;
    return held === there
      ? []
      : [{ what: `channel:${channel} holds ${held} fen by our ledger, ${there} by the platform` }];
  });
}
