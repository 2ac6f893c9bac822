import type { Round } from "./parts.ts";

/**
 * Moves the run's clock on, for all processes. Jobs are woken by the database's clock, which nobody can move: what is due by the
 * run's clock is brought to it.
 */
export async function passTime(
  { run, processes }: Pick<Round, "run" | "processes">,
  ms: number,
): Promise<void> {
  const { system } = run;
  processes.tell(system.advance(ms));
  await system.sql`
    select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs
    where key not like 'every/%' and locked_at is null and run_at > now()
      and run_at <= to_timestamp(${system.now()}::bigint / 1000.0) having count(*) > 0`;
}
