import type { Tx } from "@sanqi/database";
import type { Event } from "@sanqi/outbox";
import { reach } from "@sanqi/resilience";
import { marksOf, type Proof, type SagaDefinition } from "./definition.ts";
import { addProofs, insertSaga, lockSaga, proofsOf, type SagaRow, saveStanding } from "./rows.ts";
import { standingOf } from "./standing.ts";

/** A saga that an event says something about. */
export type Concern = {
  readonly sagaId: string;
  /** The kind of saga that begins with this event; null where it only tells of one that has begun. */
  readonly begins: string | null;
  /** The kind to begin with where nothing in the subject's past begins one; null: then there is none. */
  readonly otherwise?: string;
  readonly label?: string | null;
  readonly note?: string | null;
};
/** Says which sagas an event concerns; may read facts in the transaction. */
export type WhichSagas = (tx: Tx, event: Event) => Promise<readonly Concern[]>;

export type Follower = {
  /** Takes over what an event says, in the transaction that marks the event handled. Repetitions change nothing. */
  follow(tx: Tx, event: Event): Promise<void>;
};

/** Keeps the rows of sagas. It follows what happens and causes none of it: a fault here stops no money. */
export function createFollower(definitions: readonly SagaDefinition[], whichSagas: WhichSagas): Follower {
  const definitionOf = (kind: string) => {
    const definition = definitions.find((one) => one.kind === kind);
    // Of a newer release: this event waits for one of its processes.
    if (!definition) throw new Error(`no saga of kind ${kind} is known here`);
    return definition;
  };

  async function begin(tx: Tx, event: Event, concern: Concern): Promise<SagaRow | null> {
    if (concern.begins)
      return insert(tx, concern.begins, concern, {
        proofs: proofsIn(concern.begins, event, concern),
        event,
        late: false,
      });
    const past = await pastOf(tx, event, concern.sagaId);
    const first = past.find(({ concern: { begins } }) => begins !== null);
    const kind = first?.concern.begins ?? concern.otherwise ?? null;
    if (!kind) return null;
    const proofs = past.flatMap((one) => proofsIn(kind, one.event, one.concern));
    const from = first ?? { event, concern };
    return insert(tx, kind, from.concern, { proofs, event: from.event, late: first !== undefined });
  }

  async function insert(
    tx: Tx,
    kind: string,
    { sagaId, label = null }: Concern,
    { proofs, event, late }: { proofs: readonly Proof[]; event: Event; late: boolean },
  ): Promise<SagaRow> {
    const { campusId, key: subject, traceId } = event;
    const standing = standingOf(definitionOf(kind), proofs);
    const row = { campusId, sagaId, kind, subject, label, late, traceId, ...standing };
    await insertSaga(tx, row);
    await addProofs(tx, row, proofs);
    return row;
  }

  /** What its subject's recorded events say about a saga of which nobody has kept a row. */
  async function pastOf(tx: Tx, { campusId, key }: Event, sagaId: string) {
    const events = await tx<Event[]>`
      select campus_id, event_id, type, key, payload, trace_id, occurred_at from outbox
      where campus_id = ${campusId} and key = ${key} order by position`;
    const found: { event: Event; concern: Concern }[] = [];
    for (const event of events)
      for (const concern of await whichSagas(tx, event))
        if (concern.sagaId === sagaId) found.push({ event, concern });
    return found;
  }

  function proofsIn(kind: string, event: Event, { note = null }: Concern): Proof[] {
    const { eventId, type: eventType, occurredAt: at, traceId } = event;
    return marksOf(definitionOf(kind), eventType).map((mark) => ({
      ...mark,
      eventId,
      eventType,
      note,
      at,
      traceId,
    }));
  }

  return {
    async follow(tx, event) {
      for (const concern of await whichSagas(tx, event)) {
        const which = { campusId: event.campusId, sagaId: concern.sagaId };
        const row = (await lockSaga(tx, which)) ?? (await begin(tx, event, concern));
        if (!row) continue;
        await addProofs(tx, which, proofsIn(row.kind, event, concern));
        await saveStanding(tx, which, standingOf(definitionOf(row.kind), await proofsOf(tx, which)));
        reach("saga.moved");
      }
    },
  };
}
