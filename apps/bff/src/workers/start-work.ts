import type { Sql } from "@sanqi/database";
import { type Jobs, startJobs } from "@sanqi/jobs/worker";
import type { CampusId, Clock } from "@sanqi/kernel";
import type { Log } from "@sanqi/observability";
import { createDeadlineTask } from "@sanqi/orders/use-cases";
import type { Parts } from "../composition-root/index.ts";
import type { Config } from "../config/config.ts";
import { recurringWorks } from "./recurring.ts";

type Around = {
  readonly config: Config;
  readonly sql: Sql;
  readonly clock: Clock;
  readonly log: Log;
  readonly campusId: CampusId;
};

/** Jobs and recurring work of this process. */
export const startWork = (parts: Parts, around: Around): Promise<Jobs> =>
  startJobs({
    databaseUrl: around.config.databaseUrl,
    sql: around.sql,
    log: around.log,
    tasks: [createDeadlineTask(parts.system)],
    recurring: recurringWorks(parts, around),
    onFailure: ({ parked, ...failure }) =>
      around.log[parked ? "error" : "warn"]("job failed", { ...failure, parked }),
  });
