import { inTransaction, type Sql, type Tx } from "@sanqi/database";
import { type CampusId, type Clock, day, err, ok, type Result, type Words } from "@sanqi/kernel";
import type { EventDesk } from "@sanqi/outbox";
import type { Compensation, Proof, SagaDefinition } from "./definition.ts";
import { addProofs, lockSaga, proofsOf, readSaga, type SagaRow, saveStanding, type Which } from "./rows.ts";
import { moverOf, type StepState, standingOf, stepStates } from "./standing.ts";

export type SagaError = { readonly kind: "sagaNotFound" } | { readonly kind: "sagaOver" };

/** One saga as the console lists it. */
export type SagaView = {
  readonly sagaId: string;
  readonly kind: string;
  readonly title: Words;
  /** The order's id, and its number where it is known. */
  readonly subject: string;
  readonly label: string | null;
  readonly state: "running" | "stuck" | "done";
  readonly step: { readonly name: string; readonly title: Words } | null;
  readonly attempt: number;
  /** What the platform answered to the last attempt, where it refused. */
  readonly refusal: string | null;
  /** What an operator can do now; null while it runs as it should. */
  readonly toDo: Words | null;
  /** It was under way before anybody kept a row of it. */
  readonly late: boolean;
  readonly startedAt: number;
  readonly sinceAt: number;
  readonly stuckAt: number | null;
  readonly endedAt: number | null;
  readonly traceId: string;
};
export type SagaList = {
  readonly stuck: readonly SagaView[];
  readonly running: readonly SagaView[];
  /** Of the last day. */
  readonly ended: readonly SagaView[];
};
export type SagaStepView = {
  readonly name: string;
  readonly title: Words;
  readonly state: StepState;
  readonly by: string | null;
  readonly compensation: Compensation;
  readonly operator: Words;
  readonly at: number | null;
  readonly traceId: string | null;
};
export type SagaDelivery = {
  readonly eventId: string;
  readonly type: string;
  readonly consumer: string;
  readonly state: "waiting" | "done" | "parked";
  readonly attempts: number;
  readonly error: string | null;
  /** True: its work belongs to the saga. False: a view, a message, the books; it is tried again and stops nothing. */
  readonly ofSaga: boolean;
};
export type SagaDetail = {
  readonly saga: SagaView;
  readonly steps: readonly SagaStepView[];
  /** Everything that was told about it, oldest first. */
  readonly proofs: readonly Proof[];
  readonly deliveries: readonly SagaDelivery[];
};

/** What an operator may see and do about sagas. */
export type SagaDesk = {
  list(campusId: CampusId): Promise<SagaList>;
  /** How many wait for a person. */
  stuck(campusId: CampusId): Promise<number>;
  detail(campusId: CampusId, sagaId: string): Promise<Result<SagaDetail, SagaError>>;
  /**
   * Lets the step that is waited for be tried at once, whether its event is parked, waits for its next try, or was handled
   * without the step being proven. False where nobody's handling would move the saga on.
   */
  retry(campusId: CampusId, sagaId: string): Promise<Result<{ readonly retried: boolean }, SagaError>>;
};

type Deps = {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly definitions: readonly SagaDefinition[];
  readonly events: Pick<EventDesk, "again">;
  /** Looks whether the step that is waited for is done already, told by no event. */
  readonly look: (tx: Tx, saga: SagaRow) => Promise<Pick<Proof, "note"> | null>;
};

export function createSagaDesk({ sql, clock, definitions, events, look }: Deps): SagaDesk {
  const definitionOf = (kind: string) => definitions.find((one) => one.kind === kind);
  const views = (rows: readonly SagaRow[]) =>
    rows.flatMap((row) => {
      const definition = definitionOf(row.kind);
      return definition ? [viewOf(definition, row, clock.now())] : [];
    });

  /** Takes over what no event has told; true where the saga is over with it. */
  const lookAgain = (which: Which, definition: SagaDefinition) =>
    inTransaction(sql, async (tx) => {
      const row = await lockSaga(tx, which);
      const found = row?.step ? await look(tx, row) : null;
      if (!row?.step || !found) return row?.state === "done";
      const proof = { step: row.step, mark: "done", eventId: "looked", eventType: "looked" } as const;
      await addProofs(tx, which, [{ ...proof, ...found, at: clock.now(), traceId: row.traceId }]);
      const standing = standingOf(definition, await proofsOf(tx, which));
      await saveStanding(tx, which, standing);
      return standing.state === "done";
    });

  return {
    async list(campusId) {
      const now = clock.now();
      const open = await sql<SagaRow[]>`
        select * from saga where campus_id = ${campusId} and state = 'running' order by stuck_at limit 300`;
      const ended = await sql<SagaRow[]>`
        select * from saga where campus_id = ${campusId} and state = 'done' and ended_at > ${now - day}
        order by ended_at desc limit 100`;
      const all = views(open);
      return {
        stuck: all.filter(({ state }) => state === "stuck"),
        running: all.filter(({ state }) => state === "running"),
        ended: views(ended),
      };
    },
    async stuck(campusId) {
      const [row] = await sql<{ stuck: number }[]>`
        select count(*)::int as stuck from saga
        where campus_id = ${campusId} and state = 'running' and stuck_at <= ${clock.now()}`;
      return row?.stuck ?? 0;
    },
    async detail(campusId, sagaId) {
      const which = { campusId, sagaId };
      const row = await readSaga(sql, which);
      const definition = row && definitionOf(row.kind);
      if (!definition) return err({ kind: "sagaNotFound" });
      const proofs = await proofsOf(sql, which);
      const steps = stepStates(definition, proofs).map(({ step, state, proof }) => ({
        ...{ name: step.name, title: step.title, state, by: step.by, compensation: step.compensation },
        ...{ operator: step.operator, at: proof?.at ?? null, traceId: proof?.traceId ?? null },
      }));
      const saga = viewOf(definition, row, clock.now());
      return ok({ saga, steps, proofs, deliveries: await deliveriesOf(sql, campusId, definition, proofs) });
    },
    async retry(campusId, sagaId) {
      const which = { campusId, sagaId };
      const row = await readSaga(sql, which);
      const definition = row && definitionOf(row.kind);
      if (!definition) return err({ kind: "sagaNotFound" });
      if (row.state === "done") return err({ kind: "sagaOver" });
      if (await lookAgain(which, definition)) return ok({ retried: true });
      const mover = moverOf(definition, await proofsOf(sql, which));
      return ok({ retried: mover !== null && (await events.again(campusId, mover)) });
    },
  };
}

function viewOf(definition: SagaDefinition, row: SagaRow, now: number): SagaView {
  const { campusId: _campus, step: name, state, ...rest } = row;
  const step = definition.steps.find((one) => one.name === name);
  const stuck = row.stuckAt !== null && row.stuckAt <= now;
  const refused = row.refusal === null ? undefined : step?.refusal?.operator;
  return {
    ...rest,
    title: definition.title,
    state: stuck ? "stuck" : state,
    step: step ? { name: step.name, title: step.title } : null,
    toDo: stuck ? (refused ?? step?.operator ?? null) : null,
  };
}

async function deliveriesOf(
  sql: Sql,
  campusId: CampusId,
  { steps }: SagaDefinition,
  proofs: readonly Proof[],
): Promise<SagaDelivery[]> {
  const moving = new Set(steps.flatMap(({ by, refusal }) => [by, refusal?.by]));
  const rows = await sql<Omit<SagaDelivery, "ofSaga">[]>`
    select event_id, type, consumer, state, attempts, error from inbox
    where campus_id = ${campusId} and event_id = any(${proofs.map(({ eventId }) => eventId)}::text[])
    order by position, consumer`;
  return rows.map((row) => ({ ...row, ofSaga: moving.has(row.consumer) }));
}
