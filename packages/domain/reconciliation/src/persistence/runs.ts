import { inTransaction, type Sql } from "@sanqi/database";
import { fen } from "@sanqi/kernel";
import type { BillRow } from "../domain/index.ts";
import type { BillRun, ReconciliationStore } from "../use-cases/ports.ts";

type RunRow = Omit<BillRun, "payments" | "refunds"> & { paymentCount: number; refundCount: number };

const toRun = ({ paymentCount, refundCount, ...row }: RunRow): BillRun => ({
  campusId: row.campusId,
  channel: row.channel,
  day: row.day,
  state: row.state,
  tried: row.tried,
  nextAt: row.nextAt,
  problem: row.problem,
  detail: row.detail,
  readAt: row.readAt,
  payments: paymentCount,
  paymentsFen: fen(row.paymentsFen),
  refunds: refundCount,
  refundsFen: fen(row.refundsFen),
  feeFen: fen(row.feeFen),
  feesPostedAt: row.feesPostedAt,
  waitingCount: row.waitingCount,
  openCount: row.openCount,
});

const toLine = (row: BillRow): BillRow => ({
  ...row,
  amountFen: fen(row.amountFen),
  feeFen: row.feeFen === null ? null : fen(row.feeFen),
});

type Runs = Pick<
  ReconciliationStore,
  | "lastPlanned"
  | "plan"
  | "claim"
  | "postpone"
  | "keepLines"
  | "lines"
  | "linesOfOtherDays"
  | "isCompared"
  | "feesToPost"
  | "feesPosted"
  | "runs"
  | "run"
>;

/** Bills and their lines. */
export function runStore(sql: Sql): Runs {
  const openCount = sql`(select count(*)::int from difference d where d.campus_id = r.campus_id
    and d.channel = r.channel and d.day = r.day and d.state = 'open') as open_count`;
  const line = sql`kind, payment_id, refund_id, platform_number, amount_fen, fee_fen, at`;
  return {
    async lastPlanned(campusId, channel) {
      const [row] = await sql<{ day: string | null }[]>`
        select max(day) as day from bill_run where campus_id = ${campusId} and channel = ${channel}`;
      return row?.day ?? null;
    },
    async plan(keys, nextAt) {
      if (keys.length > 0)
        await sql`
          insert into bill_run ${sql(keys.map(({ campusId, channel, day }) => ({ campusId, channel, day, nextAt })))}
          on conflict do nothing`;
    },
    async claim(campusId, { now, againAt }) {
      // Whoever moves the time first has the run: no other process finds it due.
      const rows = await sql<RunRow[]>`
        update bill_run r set tried = tried + 1, next_at = ${againAt}
        where campus_id = ${campusId} and next_at <= ${now}
        returning r.*, ${openCount}`;
      return rows.map(toRun).sort((a, b) => (a.day < b.day ? -1 : 1));
    },
    async postpone({ campusId, channel, day }, { problem, detail, nextAt }) {
      // A bill that was read before stays: only its repetition has failed.
      const [row] = await sql<{ tried: number }[]>`
        update bill_run set problem = ${problem}, detail = ${detail?.slice(0, 500) ?? null},
          next_at = case when state = 'compared' then next_at else ${nextAt}::bigint end
        where campus_id = ${campusId} and channel = ${channel} and day = ${day} returning tried`;
      return row?.tried ?? 0;
    },
    keepLines({ campusId, channel, day }, rows, now) {
      const of = (kind: BillRow["kind"]) => rows.filter((row) => row.kind === kind);
      const sum = (some: readonly BillRow[]) => some.reduce((all, row) => all + row.amountFen, 0);
      const totals = {
        paymentCount: of("payment").length,
        paymentsFen: sum(of("payment")),
        refundCount: of("refund").length,
        refundsFen: sum(of("refund")),
        feeFen: rows.reduce((all, row) => all + (row.feeFen ?? 0), 0),
      };
      return inTransaction(sql, async (tx) => {
        const where = tx`where campus_id = ${campusId} and channel = ${channel} and day = ${day}`;
        await tx`
          update bill_run set ${tx(totals)}, read_at = ${now}, problem = null, detail = null ${where}`;
        await tx`delete from bill_line ${where}`;
        for (let from = 0; from < rows.length; from += linesAtOnce) {
          const some = rows.slice(from, from + linesAtOnce);
          await tx`insert into bill_line ${tx(
            some.map((row, index) => ({ ...row, campusId, channel, day, lineNo: from + index + 1 })),
          )}`;
        }
      });
    },
    async lines({ campusId, channel, day }) {
      const rows = await sql<BillRow[]>`
        select ${line} from bill_line
        where campus_id = ${campusId} and channel = ${channel} and day = ${day} order by line_no`;
      return rows.map(toLine);
    },
    async linesOfOtherDays({ campusId, channel, day }, paymentIds) {
      const rows = await sql<BillRow[]>`
        select ${line} from bill_line
        where campus_id = ${campusId} and payment_id = any(${[...paymentIds]}::text[])
          and channel = ${channel} and day <> ${day}`;
      return rows.map(toLine);
    },
    async isCompared({ campusId, channel, day }) {
      const rows = await sql`
        select 1 from bill_run
        where campus_id = ${campusId} and channel = ${channel} and day = ${day} and state = 'compared'`;
      return rows.count === 1;
    },
    async feesToPost({ campusId, channel, day }, againAt) {
      // Kept before it is posted: after a crash the same number is posted with the same amount.
      const [row] = await sql<{ no: number; feeFen: number }[]>`
        update bill_run set fee_posting_fen = coalesce(fee_posting_fen, fee_fen - fees_posted_fen),
          next_at = coalesce(next_at, ${againAt}::bigint)
        where campus_id = ${campusId} and channel = ${channel} and day = ${day} and state = 'compared'
          and (fees_posted_at is null or fee_posting_fen is not null or fees_posted_fen <> fee_fen)
        returning fee_postings as no, fee_posting_fen as fee_fen`;
      return row ? { no: row.no, feeFen: fen(row.feeFen) } : null;
    },
    async feesPosted({ campusId, channel, day }, { no, now }) {
      await sql`
        update bill_run set fees_posted_at = ${now}, next_at = null, fees_posted_fen = fees_posted_fen + fee_posting_fen,
          fee_postings = fee_postings + 1, fee_posting_fen = null
        where campus_id = ${campusId} and channel = ${channel} and day = ${day}
          and fee_postings = ${no} and fee_posting_fen is not null`;
    },
    async runs(campusId, limit) {
      const rows = await sql<RunRow[]>`
        select r.*, ${openCount} from bill_run r where campus_id = ${campusId} order by day desc, channel limit ${limit}`;
      return rows.map(toRun);
    },
    async run({ campusId, channel, day }) {
      const [row] = await sql<RunRow[]>`
        select r.*, ${openCount} from bill_run r
        where campus_id = ${campusId} and channel = ${channel} and day = ${day}`;
      return row ? toRun(row) : null;
    },
  };
}

/** One statement takes at most 65,535 values. */
const linesAtOnce = 5_000;
