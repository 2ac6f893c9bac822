import type { Tx } from "@sanqi/database";
import type { Ids } from "@sanqi/kernel";
import { appendEvents, type Event } from "@sanqi/outbox";
import type { Actor, Decision } from "../domain/index.ts";

export type EventIds = Pick<Ids, "next">;

/** Students stay without a name: their orders are read by kitchens and riders. */
const nameOf = (actor: Actor): string => (actor.kind === "student" ? "" : actor.name);

/** The row of `order_step` of a decision. */
export const stepRow = ({ order, step }: Decision, traceId: string) => ({
  campusId: order.campusId,
  orderId: order.orderId,
  version: order.version,
  command: step.command,
  fromState: step.from,
  toState: step.to,
  actorKind: step.actor.kind,
  actorId: step.actor.kind === "system" ? null : step.actor.accountId,
  actorName: nameOf(step.actor),
  reason: step.reason,
  at: step.at,
  traceId,
});

/** The events of a decision as the outbox has them. */
export const eventRows = (ids: EventIds, { order, step, events }: Decision, traceId: string): Event[] =>
  events.map((event) => ({
    campusId: order.campusId,
    eventId: ids.next("event"),
    type: event.type,
    key: order.orderId,
    payload: event.payload,
    traceId,
    occurredAt: step.at,
  }));

/** The step of the story and the events of a decision, in the transaction that saves its order. */
export async function saveStep(tx: Tx, ids: EventIds, decision: Decision, traceId: string): Promise<void> {
  await tx`insert into order_step ${tx(stepRow(decision, traceId))}`;
  await appendEvents(tx, eventRows(ids, decision, traceId));
}
