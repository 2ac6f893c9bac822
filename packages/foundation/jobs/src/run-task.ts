import type { Sql } from "@sanqi/database";
import { newTraceId, withTrace } from "@sanqi/observability";
import { reach } from "@sanqi/resilience";
import type { Task as LibraryTask } from "graphile-worker";
import type { Task } from "./task.ts";

/** A task as the library calls it. */
export const runTask =
  <Payload>(sql: Sql, task: Task<Payload>): LibraryTask =>
  async (payload, { job }) => {
    const traceId = newTraceId();
    reach("job.taken");
    const outcome = await withTrace(traceId, async () => task.run(task.parse(payload), traceId));
    reach("job.ran");
    if (outcome) await comeBack(sql, { id: job.id, task: task.name, payload, inMs: outcome.againInMs });
  };

type Return = {
  readonly id: string;
  readonly task: string;
  readonly payload: unknown;
  readonly inMs: number;
};

/**
 * Counted by the database's clock, which also wakes: whatever the clocks differ by, a job that is not due does not come at once
 * again. Nothing where the key was given to a newer job meanwhile: that one knows better.
 */
const comeBack = (sql: Sql, { id, task, payload, inMs }: Return) => sql`
  select jobs.enqueue(array[${task}::text], array[${JSON.stringify(payload)}::text::json],
    array[(extract(epoch from clock_timestamp()) * 1000)::bigint + ${Math.ceil(inMs)}::bigint], array[key])
  from graphile_worker.jobs where id = ${id}::bigint and key is not null`;
