import type { Queryable } from "@sanqi/database";

export type Job = {
  readonly task: string;
  /** Names the job in the whole database: the same key again moves the job that waits instead of adding one. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Epoch ms. */
  readonly runAt: number;
};

/** Writes a job in the caller's transaction: it is there once that commits, or not at all. */
export const enqueue = (tx: Queryable, job: Job): Promise<void> => enqueueAll(tx, [job]);

/** Writes many jobs by one statement; each key may stand in it once. */
export async function enqueueAll(tx: Queryable, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx`select jobs.enqueue(${jobs.map((job) => job.task)}::text[],
    ${jobs.map((job) => JSON.stringify(job.payload))}::text[]::json[], ${jobs.map((job) => job.runAt)}::bigint[],
    ${jobs.map((job) => job.key)}::text[])`;
}
