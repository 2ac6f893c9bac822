import { createLog, type Log } from "@sanqi/observability";
import { testDatabase } from "@sanqi/testkit";
import { jobMigrations } from "./index.ts";
import type { JobFailure, JobsOptions } from "./start.ts";
import type { Task } from "./task.ts";
import { prepareJobs, startJobs } from "./worker.ts";

/** A database with jobs, and processes' worth of workers on it. */
export async function setJobStage() {
  const db = await testDatabase(jobMigrations, prepareJobs);
  const logLines: string[] = [];
  const failures: JobFailure[] = [];
  const log: Log = createLog({ name: "test", write: (line) => logLines.push(line) });
  return {
    ...db,
    logLines,
    failures,
    log,
    start: (options: Partial<JobsOptions>) =>
      startJobs({
        databaseUrl: db.url,
        sql: db.sql,
        tasks: [],
        recurring: [],
        log,
        onFailure: (failure) => failures.push(failure),
        pollMs: 50,
        ...options,
      }),
    locked: async () => (await db.sql`select 1 from graphile_worker.jobs where locked_at is not null`).count,
    keys: async () =>
      (await db.sql<{ key: string }[]>`select key from graphile_worker.jobs order by key`).map(
        (row) => row.key,
      ),
  };
}
export type JobStage = Awaited<ReturnType<typeof setJobStage>>;

/** A task that notes whom it was called for. */
export const noting = (name: string, seen: string[]): Task<{ who: string }> => ({
  name,
  parse(payload) {
    const { who } = payload as { who?: unknown };
    if (typeof who !== "string") throw new Error("nobody is named");
    return { who };
  },
  async run({ who }) {
    seen.push(who);
    return null;
  },
});
