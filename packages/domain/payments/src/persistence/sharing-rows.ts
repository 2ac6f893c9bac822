import type { Queryable, Tx } from "@sanqi/database";
import { type CampusId, type Fen, fen, type PaymentId } from "@sanqi/kernel";
import type { Share, ShareAccount, SharePart } from "../domain/sharing.ts";

type ShareRow = Omit<Share, "parts" | "paidFen" | "dividedFen"> & {
  paidFen: number;
  dividedFen: number;
  asked: number;
};
type PartRow = Omit<SharePart, "to" | "amountFen" | "returnedFen"> &
  ShareAccount & { amountFen: number; returnedFen: number };
type Which = { readonly campusId: CampusId; readonly paymentId: PaymentId };

/** One share with its parts; under `lock`, payment and share stay as they are until the transaction ends. */
export async function readShare(
  sql: Queryable,
  { campusId, paymentId }: Which,
  lock = false,
): Promise<(Share & { asked: number }) | null> {
  // Of the payment first, like everybody who changes refunds: two that meet here wait for each other, and never both.
  if (lock)
    await sql`select 1 from payment where campus_id = ${campusId} and payment_id = ${paymentId} for update`;
  const [row] = await sql<ShareRow[]>`
    select s.campus_id, s.payment_id, s.order_id, s.state, s.rest, s.asked, s.divided_fen, p.channel, p.transaction_id, p.amount_fen as paid_fen
    from share s join payment p using (campus_id, payment_id)
    where s.campus_id = ${campusId} and s.payment_id = ${paymentId} ${lock ? sql`for update of s` : sql``}`;
  if (!row) return null;
  // A refund that failed takes nothing back by what it has not finished: its renewal asks for that under a number of its own.
  const parts = await sql<PartRow[]>`
    select s.party, s.kind, s.account, s.amount_fen, s.result, s.failure, (
      select coalesce(sum(r.amount_fen), 0)::bigint from share_return r
      join refund f on f.campus_id = r.campus_id and f.refund_id = r.refund_id
      where r.campus_id = s.campus_id and r.payment_id = s.payment_id and r.party = s.party
        and (r.state = 'done' or (r.state = 'requested' and f.state <> 'failed'))) as returned_fen
    from share_part s where s.campus_id = ${campusId} and s.payment_id = ${paymentId} order by s.party`;
  return { ...row, paidFen: fen(row.paidFen), dividedFen: fen(row.dividedFen), parts: parts.map(toPart) };
}

const toPart = ({ party, kind, account, amountFen, result, failure, returnedFen }: PartRow): SharePart => ({
  party,
  to: { kind, account },
  amountFen: fen(amountFen),
  result,
  failure,
  returnedFen: fen(returnedFen),
});

/** Refunds of a payment that went back, or still may. */
export async function refundedOf(tx: Tx, { campusId, paymentId }: Which): Promise<Fen> {
  const [row] = await tx<{ refundedFen: number }[]>`
    select refunded_fen from payment where campus_id = ${campusId} and payment_id = ${paymentId}`;
  return fen(row?.refundedFen ?? 0);
}
