import type { Queryable } from "@sanqi/database";
import { fen } from "@sanqi/kernel";
import type { AccountName, Payout } from "../domain/index.ts";
import type { PayoutRecords } from "../use-cases/ports.ts";

const toPayout = (row: Payout): Payout => ({
  payoutId: row.payoutId,
  payee: row.payee,
  period: row.period,
  amountFen: fen(row.amountFen),
  state: row.state,
  attempt: row.attempt,
  preparedAt: row.preparedAt,
  changedAt: row.changedAt,
  note: row.note,
});

export const payoutRecords = (sql: Queryable): PayoutRecords => ({
  async lockPayee(campusId, payee) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${campusId} ${payee}`}, 0))`;
  },
  async payees(campusId, { name, to }, minimumFen) {
    const rows = await sql<{ account: AccountName }[]>`
      select e.account from entry e
      where e.campus_id = ${campusId} and e.at < ${to} and (e.account like 'merchant:%' or e.account like 'rider:%')
        and not exists (
          select 1 from payout p where p.campus_id = e.campus_id and p.payee = e.account and p.period = ${name})
      group by e.account having 0 - sum(e.amount_fen) >= ${minimumFen}::bigint order by e.account`;
    return rows.map((row) => row.account);
  },
  async insertPayout(campusId, payout, { by, note, traceId }) {
    const inserted = await sql`
      insert into payout ${sql({ campusId, ...payout })} on conflict (campus_id, payee, period) do nothing`;
    if (inserted.count === 0) return false;
    const { payoutId, state, preparedAt: at } = payout;
    const step = { campusId, payoutId, stepNo: 0, fromState: "none", toState: state, by, note, at, traceId };
    await sql`insert into payout_step ${sql(step)}`;
    return true;
  },
  async lockPayout(campusId, payoutId) {
    const [row] = await sql<Payout[]>`
      select * from payout where campus_id = ${campusId} and payout_id = ${payoutId} for update`;
    return row ? toPayout(row) : null;
  },
  async savePayout(campusId, payout, { from, by, note, traceId }) {
    const { payoutId, state, attempt, changedAt } = payout;
    await sql`
      update payout set state = ${state}, attempt = ${attempt}, changed_at = ${changedAt}, note = ${payout.note}
      where campus_id = ${campusId} and payout_id = ${payoutId}`;
    await sql`
      insert into payout_step (campus_id, payout_id, step_no, from_state, to_state, by, note, at, trace_id)
      select ${campusId}, ${payoutId}, count(*), ${from}, ${state}, ${by}, ${note}, ${changedAt}::bigint, ${traceId}
      from payout_step where campus_id = ${campusId} and payout_id = ${payoutId}`;
  },
  async payouts(campusId, { state, limit }) {
    const rows = await sql<Payout[]>`
      select * from payout where campus_id = ${campusId} and (${state}::text is null or state = ${state})
      order by prepared_at desc, payee limit ${limit}`;
    return rows.map(toPayout);
  },
  async periodFinished(campusId, period) {
    const rows = await sql`select 1 from payout_run where campus_id = ${campusId} and period = ${period}`;
    return rows.count === 1;
  },
  async finishPeriod(campusId, period, at) {
    await sql`insert into payout_run ${sql({ campusId, period, finishedAt: at })} on conflict do nothing`;
  },
});
