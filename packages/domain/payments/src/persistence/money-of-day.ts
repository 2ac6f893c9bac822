import type { Sql } from "@sanqi/database";
import { type CampusId, fen } from "@sanqi/kernel";
import type { Channel } from "../use-cases/ports.ts";

/** A payment or a refund for whoever compares our books with a platform's bill. */
export type MoneyMovement = {
  readonly kind: "payment" | "refund";
  readonly paymentId: string;
  readonly refundId: string | null;
  readonly amountFen: ReturnType<typeof fen>;
  readonly state: string;
  /** True where the money moved. */
  readonly settled: boolean;
  readonly at: number | null;
};

type Row = Omit<MoneyMovement, "amountFen"> & { amountFen: number };

const toMovement = (row: Row): MoneyMovement => ({ ...row, amountFen: fen(row.amountFen) });

/** Movements of money by time and by number. */
export function createMoneyOfDay(sql: Sql) {
  const payment = sql`
    select 'payment' as kind, payment_id, null as refund_id, amount_fen, state, paid_at as at,
      state in ('paid', 'refunding', 'partlyRefunded', 'refunded') as settled`;
  const refund = sql`
    select 'refund' as kind, r.payment_id, r.refund_id, r.amount_fen, r.state, r.finished_at as at,
      r.state = 'succeeded' as settled
    from refund r join payment p on p.campus_id = r.campus_id and p.payment_id = r.payment_id`;
  return {
    /** What moved from `from` (epoch ms) until before `to`. */
    async settledBetween(
      campusId: CampusId,
      { channel, from, to }: { channel: Channel; from: number; to: number },
    ): Promise<MoneyMovement[]> {
      const rows = await sql<Row[]>`
        ${payment} from payment
        where campus_id = ${campusId} and channel = ${channel} and paid_at >= ${from} and paid_at < ${to}
        union all
        ${refund}
        where r.campus_id = ${campusId} and p.channel = ${channel} and r.state = 'succeeded'
          and r.finished_at >= ${from} and r.finished_at < ${to}`;
      return rows.map(toMovement);
    },
    async named(
      campusId: CampusId,
      names: { channel: Channel; paymentIds: readonly string[]; refundIds: readonly string[] },
    ): Promise<MoneyMovement[]> {
      const rows = await sql<Row[]>`
        ${payment} from payment
        where campus_id = ${campusId} and channel = ${names.channel} and payment_id = any(${[...names.paymentIds]}::text[])
        union all
        ${refund}
        where r.campus_id = ${campusId} and p.channel = ${names.channel} and r.refund_id = any(${[...names.refundIds]}::text[])`;
      return rows.map(toMovement);
    },
    /** Which of these payments belong to another campus. */
    async ofOthers(campusId: CampusId, paymentIds: readonly string[]): Promise<string[]> {
      const rows = await sql<{ paymentId: string }[]>`
        select payment_id from payment where payment_id = any(${[...paymentIds]}::text[]) and campus_id <> ${campusId}`;
      return rows.map((row) => row.paymentId);
    },
  };
}
