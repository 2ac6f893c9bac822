import type { Tx } from "@sanqi/database";
import { type Fen, fen, type Ids, minute, type PaymentId } from "@sanqi/kernel";
import { appendEvents } from "@sanqi/outbox";
import type { Share } from "../domain/sharing.ts";
import type { ShareFailed, ShareFinished } from "../domain/sharing-events.ts";
import type { Channel } from "../use-cases/ports.ts";
import type { SharingStore } from "../use-cases/sharing-ports.ts";
import { readShare, refundedOf } from "./sharing-rows.ts";

type Argument<K extends keyof SharingStore> = Parameters<SharingStore[K]>[0];

/** A platform takes a share no earlier than a minute after the payment. */
const soonest = minute;

export async function requestShares(tx: Tx, request: Argument<"request">): Promise<void> {
  const { campusId, orderId, now } = request;
  const paid = await tx<{ paymentId: PaymentId; channel: Channel; amountFen: Fen; paidAt: number }[]>`
    select p.payment_id, p.channel, p.amount_fen, p.paid_at from payment p
    where p.campus_id = ${campusId} and p.order_id = ${orderId} and p.paid_at is not null
      and exists (select 1 from share s where s.campus_id = p.campus_id and s.payment_id = p.payment_id and s.state = 'planned')
    order by p.payment_id for update of p`;
  for (const { paymentId, channel, amountFen, paidAt } of paid) {
    const which = { campusId, paymentId };
    // Whoever held the payment's lock before may have decided this share.
    if ((await readShare(tx, which))?.state !== "planned") continue;
    const paidFen = fen(amountFen);
    const refundedFen = await refundedOf(tx, which);
    const parts = request.decide({ channel, paidFen, refundedFen });
    const dividedFen = paidFen - refundedFen;
    const nothingLeft = dividedFen === 0;
    const state = parts.length > 0 ? "requested" : "finished";
    const rest = nothingLeft ? "free" : "frozen";
    const askAt = nothingLeft ? null : Math.max(now, paidAt + soonest);
    await tx`
      update share set state = ${state}, rest = ${rest}, divided_fen = ${dividedFen}, requested_at = ${now}, ask_at = ${askAt}, asked = 0
      where campus_id = ${campusId} and payment_id = ${paymentId}`;
    if (parts.length === 0) continue;
    const rows = parts.map(({ party, to, fen: partFen }) => ({ ...which, party, ...to, amountFen: partFen }));
    await tx`insert into share_part ${tx(rows)}`;
  }
}

export async function settleShare(tx: Tx, ids: Ids, settled: Argument<"settle">): Promise<void> {
  const { campusId, paymentId, now, askAt } = settled;
  const share = await readShare(tx, { campusId, paymentId }, true);
  // Another turn of the timer has heard the end already.
  if (share?.state !== "requested" && share?.state !== "processing") return;
  const { state, parts } = settled.take(share) ?? { state: share.state, parts: [] };
  const open = state === "requested" || state === "processing";
  const after = { ...share, state, parts };
  await write(tx, after, { askAt: open ? askAt : now, finishedAt: open ? null : now });
  if (!open) await tellEnd(tx, ids, after, settled);
}

export async function settleShareByHand(
  tx: Tx,
  ids: Ids,
  { campusId, paymentId, outcome, words, decide, step }: Argument<"settleByHand">,
): ReturnType<SharingStore["settleByHand"]> {
  const share = await readShare(tx, { campusId, paymentId }, true);
  if (!share) return "notFound";
  const end = decide(share);
  if (!end) return "notStuck";
  const after = { ...share, ...end };
  const { at: now, traceId } = step;
  // What the platform still holds back is given free in the next turn.
  await write(tx, after, { askAt: now, finishedAt: now });
  await tx`insert into share_settlement ${tx({ campusId, paymentId, outcome, words, ...step })}`;
  await tellEnd(tx, ids, after, { now, traceId });
  return end.state;
}

async function write(
  tx: Tx,
  { campusId, paymentId, state, parts }: Pick<Share, "campusId" | "paymentId" | "state" | "parts">,
  { askAt, finishedAt }: { askAt: number; finishedAt: number | null },
): Promise<void> {
  await tx`
    update share set state = ${state}, asked = asked + 1, ask_at = ${askAt}, finished_at = ${finishedAt}
    where campus_id = ${campusId} and payment_id = ${paymentId}`;
  for (const { party, result, failure } of parts) {
    await tx`
      update share_part set result = ${result}, failure = ${failure?.slice(0, 200) ?? null}
      where campus_id = ${campusId} and payment_id = ${paymentId} and party = ${party}`;
  }
}

async function tellEnd(
  tx: Tx,
  ids: Ids,
  { campusId, paymentId, orderId, parts }: Pick<Share, "campusId" | "paymentId" | "orderId" | "parts">,
  { now, traceId }: { now: number; traceId: string },
): Promise<void> {
  const about = { campusId, key: orderId, traceId, occurredAt: now };
  const arrived = parts.filter((part) => part.result === "success");
  const closed = parts.filter((part) => part.result === "closed");
  const finished: ShareFinished = {
    paymentId,
    orderId,
    parts: arrived.map(({ party, amountFen }) => ({ party, amountFen })),
  };
  const failed: ShareFailed = {
    paymentId,
    orderId,
    parts: closed.map(({ party, amountFen, failure }) => ({ party, amountFen, failure: failure ?? "" })),
  };
  const events = [
    { type: "share.finished", payload: finished },
    { type: "share.failed", payload: failed },
  ].filter(({ payload }) => payload.parts.length > 0);
  await appendEvents(
    tx,
    events.map((event) => ({ ...about, ...event, eventId: ids.next("event") })),
  );
}
