import type { Sql } from "@sanqi/database";
import { second } from "@sanqi/kernel";
import type { Log } from "@sanqi/observability";
import type { WorkerEvents } from "graphile-worker";

const beatEvery = 2 * second;
/** Five missed beats: a process that merely stood still for a moment keeps its jobs. */
export const deadAfter = 10 * second;

/** Beats from the moment on at which the library has named its worker. */
export function liveOn(events: WorkerEvents, { sql, log }: { sql: Sql; log: Log }): { end(): Promise<void> } {
  let workerId: string | null = null;
  let beating: Promise<void> = Promise.resolve();
  let resting = true;
  const once = async (id: string) => {
    resting = false;
    const dead = await beat(sql, id).catch((error: unknown) => {
      log.warn("a worker could not say that it is alive", { error });
      return [];
    });
    if (dead.length > 0) log.warn("jobs of dead workers go to others", { dead });
    resting = true;
  };
  const turn = () => {
    if (workerId && resting) beating = once(workerId);
  };
  events.on("pool:create", ({ workerPool }) => {
    workerId = workerPool.id;
    turn();
  });
  const timer = setInterval(turn, beatEvery);
  return {
    async end() {
      clearInterval(timer);
      await beating;
      if (workerId)
        await leave(sql, workerId).catch((error: unknown) =>
          log.warn("a worker's jobs wait until it counts as dead", { error }),
        );
    },
  };
}

/** Says that this worker is alive, and gives what dead ones had locked to others. Returns the dead. By the database's clock alone. */
async function beat(sql: Sql, workerId: string): Promise<readonly string[]> {
  await sql`
    insert into job_worker (worker_id, seen_at) values (${workerId}, (extract(epoch from clock_timestamp()) * 1000)::bigint)
    on conflict (worker_id) do update set seen_at = excluded.seen_at`;
  const dead = await sql<{ workerId: string }[]>`
    delete from job_worker
    where seen_at < (extract(epoch from clock_timestamp()) * 1000)::bigint - ${deadAfter}::bigint returning worker_id`;
  const ids = dead.map((row) => row.workerId);
  if (ids.length > 0) await letGo(sql, ids);
  return ids;
}

/** The end of a worker that knows of it. */
async function leave(sql: Sql, workerId: string): Promise<void> {
  await letGo(sql, [workerId]);
  await sql`delete from job_worker where worker_id = ${workerId}`;
}

async function letGo(sql: Sql, workerIds: readonly string[]): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(${[...workerIds]}::text[])`;
  // A job without a key was replaced while it ran; its successor has the key.
  await sql`
    select 1 from graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs where key is null and locked_at is null))`;
}
