import type { Tx } from "@sanqi/database";
import { type CampusId, fen, type Ids } from "@sanqi/kernel";
import { appendEvents } from "@sanqi/outbox";
import { nextShareState, partsGivenBack, type Share } from "../domain/sharing.ts";
import type { ShareReturned } from "../domain/sharing-events.ts";
import type { PlannedReturn, SharingStore } from "../use-cases/sharing-ports.ts";
import { readShare, refundedOf } from "./sharing-rows.ts";

type ReturnRow = Pick<PlannedReturn, "party" | "state"> & { amountFen: number };

export async function planReturns(
  tx: Tx,
  { refundId, paymentId, now }: Parameters<SharingStore["planReturns"]>[0],
): ReturnType<SharingStore["planReturns"]> {
  const [found] = await tx<
    { campusId: CampusId }[]
  >`select campus_id from share where payment_id = ${paymentId}`;
  if (!found) return null;
  const which = { campusId: found.campusId, paymentId };
  const share = await readShare(tx, which, true);
  if (share?.state === "requested" || share?.state === "processing") return "underWay";
  if (!share?.parts.some((part) => part.result === "success")) return null;
  const known = await returnsOf(tx, share, refundId);
  if (known.length > 0) return { share, returns: known };
  const given = partsGivenBack(share, await refundedOf(tx, which));
  if (given.length === 0) return null;
  const rows = given.map(({ party, fen: amountFen }) => ({
    ...which,
    refundId,
    party,
    amountFen,
    requestedAt: now,
  }));
  await tx`insert into share_return ${tx(rows)}`;
  return { share, returns: await returnsOf(tx, share, refundId) };
}

async function returnsOf(tx: Tx, share: Share, refundId: string): Promise<PlannedReturn[]> {
  const rows = await tx<ReturnRow[]>`
    select party, amount_fen, state from share_return
    where campus_id = ${share.campusId} and refund_id = ${refundId} and payment_id = ${share.paymentId} order by party`;
  return rows.flatMap(({ party, amountFen, state }) => {
    const part = share.parts.find((one) => one.party === party);
    return part ? [{ party, from: part.to, amountFen: fen(amountFen), state }] : [];
  });
}

export async function settleReturn(
  tx: Tx,
  ids: Ids,
  { share, refundId, party, failure, now, traceId }: Parameters<SharingStore["settleReturn"]>[0],
): Promise<void> {
  const { campusId, paymentId, orderId } = share;
  const settled = await tx<{ amountFen: number }[]>`
    update share_return set state = ${failure === null ? "done" : "failed"}, failure = ${failure?.slice(0, 200) ?? null},
      finished_at = ${now}
    where campus_id = ${campusId} and refund_id = ${refundId} and party = ${party} and state = 'requested'
    returning amount_fen`;
  const amountFen = settled[0]?.amountFen;
  if (amountFen === undefined || failure !== null) return;
  const after = await readShare(tx, { campusId, paymentId }, true);
  const kept = after?.parts.some((part) => part.result === "success" && part.returnedFen < part.amountFen);
  const next = after && !kept ? nextShareState(after.state, "giveBack") : undefined;
  if (next)
    await tx`update share set state = ${next} where campus_id = ${campusId} and payment_id = ${paymentId}`;
  const payload: ShareReturned = { paymentId, orderId, refundId, party, amountFen: fen(amountFen) };
  const event = { type: "share.returned", key: orderId, payload, traceId, occurredAt: now };
  await appendEvents(tx, [{ campusId, eventId: ids.next("event"), ...event }]);
}
