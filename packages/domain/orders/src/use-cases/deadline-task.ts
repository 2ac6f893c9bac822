import type { Task } from "@sanqi/jobs";
import type { SystemCommands } from "./system-commands.ts";

/** Jobs of this task are written with the change that sets a deadline, one for all orders that fall due in the same seconds. */
export const deadlineTaskName = "order-deadline";

export const createDeadlineTask = (system: Pick<SystemCommands, "meetDeadlines">): Task<number> => ({
  name: deadlineTaskName,
  parse(payload) {
    const { at } = payload as { at?: unknown };
    if (typeof at !== "number") throw new Error("the job says no time");
    return at;
  },
  run: (at, traceId) => system.meetDeadlines(at, traceId),
});
