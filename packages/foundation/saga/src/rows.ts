import type { Queryable, Tx } from "@sanqi/database";
import type { CampusId } from "@sanqi/kernel";
import type { Proof } from "./definition.ts";
import type { Standing } from "./standing.ts";

export type SagaRow = Standing & {
  readonly campusId: CampusId;
  readonly sagaId: string;
  readonly kind: string;
  readonly subject: string;
  readonly label: string | null;
  readonly late: boolean;
  readonly traceId: string;
};
export type Which = { readonly campusId: CampusId; readonly sagaId: string };

export const readSaga = async (sql: Queryable, { campusId, sagaId }: Which): Promise<SagaRow | undefined> =>
  (await sql<SagaRow[]>`select * from saga where campus_id = ${campusId} and saga_id = ${sagaId}`)[0];

/** Two who know something of one saga write one after the other. */
export const lockSaga = async (tx: Tx, { campusId, sagaId }: Which): Promise<SagaRow | undefined> =>
  (
    await tx<SagaRow[]>`select * from saga where campus_id = ${campusId} and saga_id = ${sagaId} for update`
  )[0];

export const proofsOf = async (sql: Queryable, { campusId, sagaId }: Which): Promise<Proof[]> =>
  sql<Proof[]>`
    select step, mark, event_id, event_type, note, at, trace_id from saga_step
    where campus_id = ${campusId} and saga_id = ${sagaId} order by at, event_id`;

export async function addProofs(
  tx: Tx,
  { campusId, sagaId }: Which,
  proofs: readonly Proof[],
): Promise<void> {
  if (proofs.length === 0) return;
  await tx`insert into saga_step ${tx(proofs.map((proof) => ({ campusId, sagaId, ...proof })))} on conflict do nothing`;
}

export const insertSaga = async (tx: Tx, row: SagaRow): Promise<void> => {
  await tx`insert into saga ${tx(row)} on conflict do nothing`;
};

export async function saveStanding(tx: Tx, { campusId, sagaId }: Which, standing: Standing): Promise<void> {
  await tx`update saga set ${tx(standing)} where campus_id = ${campusId} and saga_id = ${sagaId}`;
}
