import type { Sql } from "@sanqi/database";
import { deadAfter } from "./life.ts";

export type DeskJob = {
  readonly id: number;
  readonly task: string;
  readonly key: string;
  /** `parked`: failed for good, nobody tries again until a person says so. */
  readonly state: "waiting" | "due" | "running" | "parked";
  readonly runAt: number;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly lastError: string | null;
  readonly lockedBy: string | null;
  readonly lockedAt: number | null;
};

export type JobFigures = {
  readonly waiting: number;
  readonly due: number;
  readonly running: number;
  readonly parked: number;
  /** How long the oldest due job has been waiting. */
  readonly oldestDueMs: number;
  /** Processes that work on jobs and said so lately. */
  readonly workers: number;
};

/** What an operator may see and do about jobs; they belong to the database, not to one campus. */
export type JobDesk = {
  figures(): Promise<JobFigures>;
  /** What did not go well: parked ones first, then those that are tried again. */
  failed(): Promise<DeskJob[]>;
  /** What runs now or should have been run, oldest first. */
  due(): Promise<DeskJob[]>;
  /** Tries a job again at once, with all its tries; false where there is no such job, or it runs. */
  rerun(id: number): Promise<boolean>;
};

// A job without a key was replaced while it ran, and goes away with its run.
const seen = (sql: Sql) => sql`(
  select id, task_identifier as task, key, attempts, max_attempts, last_error, locked_by,
    (extract(epoch from run_at) * 1000)::bigint as run_at, (extract(epoch from locked_at) * 1000)::bigint as locked_at,
    case when locked_at is not null then 'running' when attempts >= max_attempts then 'parked'
      when run_at <= now() then 'due' else 'waiting' end as state
  from graphile_worker.jobs where key is not null) job`;

export function createJobDesk(sql: Sql): JobDesk {
  return {
    async figures() {
      const [row] = await sql<JobFigures[]>`
        select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'due')::int as due,
          count(*) filter (where state = 'running')::int as running, count(*) filter (where state = 'parked')::int as parked,
          greatest(0, coalesce((extract(epoch from now()) * 1000)::bigint - min(run_at) filter (where state = 'due'), 0))::bigint
            as oldest_due_ms,
          (select count(*)::int from job_worker
            where seen_at >= (extract(epoch from now()) * 1000)::bigint - ${deadAfter}::bigint) as workers
        from ${seen(sql)}`;
      if (!row) throw new Error("a count has one row");
      return row;
    },
    failed: () => sql<DeskJob[]>`
      select * from ${seen(sql)} where state = 'parked' or last_error is not null
      order by state = 'parked' desc, run_at limit 200`,
    due: () =>
      sql<DeskJob[]>`select * from ${seen(sql)} where state in ('due', 'running') order by run_at limit 200`,
    async rerun(id) {
      const moved = await sql`
        select 1 from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at := now(), attempts := 0)`;
      return moved.count === 1;
    },
  };
}
