import { json, type Queryable } from "@sanqi/database";
import { fen, type Ids } from "@sanqi/kernel";
import type { AccountEntry, AccountName, Entry, Posting } from "../domain/index.ts";
import type { PostingRecords } from "../use-cases/ports.ts";

type Row = Omit<Posting, "entries"> & { postingId: string; entries: Entry[] };

export const postingRecords = (sql: Queryable, ids: Ids): Omit<PostingRecords, "period"> => ({
  async lockOrder(campusId, orderId) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${campusId} ${orderId}`}, 0))`;
  },
  async ofOrder(campusId, orderId) {
    const rows = await sql<Row[]>`
      select p.posting_id, p.kind, p.key, p.occurred_at, p.order_id, p.payment_id, p.refund_id, p.payout_id, p.facts, (
        select jsonb_agg(jsonb_build_object('account', e.account, 'item', e.item, 'amountFen', e.amount_fen) order by e.line_no)
        from entry e where e.campus_id = p.campus_id and e.posting_id = p.posting_id) as entries
      from posting p where p.campus_id = ${campusId} and p.order_id = ${orderId} order by p.position`;
    return rows.map(({ postingId: _postingId, ...posting }) => posting);
  },
  async add(campusId, postings, { at, traceId }) {
    let added = 0;
    for (const { entries, facts, ...posting } of postings) {
      const postingId = ids.next("posting");
      const row = { campusId, postingId, ...posting, at, entryCount: entries.length, traceId };
      const inserted = await sql`
        insert into posting ${sql({ ...row, facts: json(sql, facts) })} on conflict (campus_id, key) do nothing`;
      if (inserted.count === 0) continue;
      added += 1;
      await sql`insert into entry ${sql(entries.map((entry, lineNo) => ({ campusId, postingId, lineNo, at, ...entry })))}`;
    }
    return added;
  },
  async missingKeys(campusId, keys) {
    const rows = await sql<{ key: string }[]>`
      select k.key from unnest(${[...keys]}::text[]) as k (key)
      where not exists (select 1 from posting p where p.campus_id = ${campusId} and p.key = k.key)`;
    return rows.map((row) => row.key);
  },
  async lookedThrough(campusId, source) {
    const [row] = await sql<{ upTo: string }[]>`
      select up_to from looked_through where campus_id = ${campusId} and source = ${source}`;
    return row?.upTo ?? "";
  },
  async saveLookedThrough(campusId, source, upTo) {
    await sql`
      insert into looked_through ${sql({ campusId, source, upTo })} on conflict (campus_id, source)
      do update set up_to = greatest(looked_through.up_to, excluded.up_to)`;
  },
  async owed(campusId, account, { before, without = [] } = {}) {
    const [row] = await sql<{ owed: number }[]>`
      select (0 - coalesce(sum(amount_fen), 0))::bigint as owed from entry
      where campus_id = ${campusId} and account = ${account} and (${before ?? null}::bigint is null or at < ${before ?? null}::bigint)
        ${
          without.length === 0
            ? sql``
            : sql`and posting_id not in (
          select p.posting_id from posting p where p.campus_id = ${campusId} and p.payment_id = any(${[...without]}::text[]))`
        }`;
    return fen(row?.owed ?? 0);
  },
  async balances(campusId) {
    const rows = await sql<{ account: AccountName; balance: number }[]>`
      select account, sum(amount_fen)::bigint as balance from entry where campus_id = ${campusId} group by account order by account`;
    return rows.map(({ account, balance }) => ({ account, balanceFen: fen(balance) }));
  },
});

/** The entries of an account booked in a period, in the order of booking; `at` from `from` on and before `to`. */
export const entriesOf = (
  sql: Queryable,
  campusId: string,
  { account, from, to }: { account: AccountName; from: number; to: number },
): Promise<AccountEntry[]> => sql<AccountEntry[]>`
  select e.posting_id, e.at, p.kind, e.item, p.order_id, p.facts->>'orderNo' as order_no, p.facts->>'note' as note, e.amount_fen
  from entry e join posting p on p.campus_id = e.campus_id and p.posting_id = e.posting_id
  where e.campus_id = ${campusId} and e.account = ${account} and e.at >= ${from} and e.at < ${to}
  order by e.at, p.position, e.line_no`;
