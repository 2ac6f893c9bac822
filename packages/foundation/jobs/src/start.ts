import { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "@sanqi/database";
import { second } from "@sanqi/kernel";
import type { Log } from "@sanqi/observability";
import { type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { libraryLog } from "./library-log.ts";
import { createLibraryPool } from "./library-pool.ts";
import { liveOn } from "./life.ts";
import { plantRecurring, recurringTask } from "./recurring.ts";
import { runTask } from "./run-task.ts";
import type { Recurring, Task } from "./task.ts";

export type Jobs = {
  /** Takes no more jobs, waits for those that run, and leaves nothing locked; may be asked for twice. */
  stop(): Promise<void>;
};

export type JobFailure = {
  readonly task: string;
  readonly key: string | null;
  readonly attempts: number;
  readonly error: unknown;
  /** It was the last try: a person has to look. */
  readonly parked: boolean;
};

export type JobsOptions = {
  readonly databaseUrl: string;
  readonly sql: Sql;
  // biome-ignore lint/suspicious/noExplicitAny: each task has a payload of its own, and parses it
  readonly tasks: readonly Task<any>[];
  readonly recurring: readonly Recurring[];
  readonly log: Log;
  readonly onFailure: (failure: JobFailure) => void;
  /** Jobs that this process runs at the same time. */
  readonly atOnce?: number;
  /** How often to look for what has become due. */
  readonly pollMs?: number;
};

/** Runs jobs in this process until stopped. The library gives up where its connections break: then it is started again. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { sql, log, recurring, atOnce = 4 } = options;
  await plantRecurring(sql, recurring);
  // One more to listen, one to write down what is done.
  const pgPool = createLibraryPool(options.databaseUrl, { max: atOnce + 2, log });
  const tasks = [...options.tasks, ...recurring.map((work) => recurringTask(work, log))];
  const taskList: TaskList = Object.fromEntries(tasks.map((task) => [task.name, runTask(sql, task)]));
  const stopping = new AbortController();
  let runner: Runner | null = null;

  async function work(): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    const life = liveOn(events, { sql, log });
    events.on("job:error", ({ job, error }) => {
      const { task_identifier: task, key, attempts, max_attempts: most } = job;
      options.onFailure({ task, key, attempts, error, parked: attempts >= most });
    });
    try {
      runner = await run({ ...settings(options), pgPool, taskList, events, logger: libraryLog(log) });
      if (stopping.signal.aborted) await runner.stop();
      await runner.promise;
    } finally {
      runner = null;
      await life.end();
    }
  }
  async function keepWorking(): Promise<void> {
    while (!stopping.signal.aborted) {
      await work().catch((error: unknown) =>
        log.error("the job library stopped and starts again", { error }),
      );
      await pause(second, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  const working = keepWorking();
  async function end(): Promise<void> {
    stopping.abort();
    await runner?.stop().catch((error: unknown) => log.warn("jobs did not stop in order", { error }));
    await working;
    await pgPool.end();
  }
  let ended: Promise<void> | null = null;
  return {
    stop() {
      ended ??= end();
      return ended;
    },
  };
}

const settings = ({ atOnce = 4, pollMs = second }: JobsOptions) => ({
  concurrency: atOnce,
  pollInterval: pollMs,
  noHandleSignals: true,
  parsedCronItems: [],
  // Otherwise nobody waits for what it writes after a job, and a connection that breaks in that moment ends the process.
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
});
