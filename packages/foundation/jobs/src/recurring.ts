import { inTransaction, type Sql } from "@sanqi/database";
import { day, minute } from "@sanqi/kernel";
import type { Log } from "@sanqi/observability";
import type { Recurring, Task } from "./task.ts";

/** Any number that no other use of advisory locks shares. */
const plantLock = 7_317_006;
const prefix = "every/";
const taskOf = ({ name }: Recurring) => `${prefix}${name}`;

/** A recurring work as a task that comes back; a failing turn is told and tried again at the next one. */
export const recurringTask = (work: Recurring, log: Log): Task<null> => ({
  name: taskOf(work),
  parse: () => null,
  async run(_, traceId) {
    await work
      .run(traceId)
      .catch((error: unknown) => log.error(`timer ${work.name} failed`, { traceId, error }));
    return { againInMs: work.everyMs };
  },
});

/**
 * Makes sure that each work has its one job, also where a former one was parked, and takes away what no release has run for a day.
 * Processes that start together take turns; a job that waits or runs stays as it is.
 */
export async function plantRecurring(sql: Sql, works: readonly Recurring[]): Promise<void> {
  const tasks = works.map(taskOf);
  await inTransaction(sql, async (tx) => {
    await tx`select pg_advisory_xact_lock(${plantLock})`;
    await tx`
      select jobs.enqueue(array_agg(task), array_agg('{}'::json),
        array_agg((extract(epoch from clock_timestamp()) * 1000)::bigint + every_ms), array_agg(task))
      from unnest(${tasks}::text[], ${works.map((work) => work.everyMs)}::bigint[]) as work (task, every_ms)
      where not exists (
        select 1 from graphile_worker.jobs j where j.key = task and (j.locked_at is not null or j.attempts < j.max_attempts))
      having count(*) > 0`;
    await tx`
      select graphile_worker.remove_job(key) from graphile_worker.jobs
      where key like ${`${prefix}%`} and key <> all(${tasks}::text[]) and locked_at is null
        and run_at < now() - make_interval(secs => ${(day + minute) / 1_000})`;
  });
}
