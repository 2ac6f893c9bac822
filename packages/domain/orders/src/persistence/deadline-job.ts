import type { Tx } from "@sanqi/database";
import { enqueue, type Job } from "@sanqi/jobs";
import { nextDeadline, type Order, wakeAt } from "../domain/index.ts";
import { deadlineTaskName } from "../use-cases/deadline-task.ts";

/** The job that looks at an order's next deadline: one for all orders of the campus that fall due in the same seconds. */
function deadlineJob(order: Order): Job | null {
  const due = nextDeadline(order);
  if (!due) return null;
  const { campusId } = order;
  const at = wakeAt(due);
  return { task: deadlineTaskName, key: `deadlines/${campusId}/${at}`, payload: { at }, runAt: at };
}

/**
 * Writes that job in the transaction that moves the deadline; where it is there already, nothing changes. A job that nobody needs
 * any more stays: it finds nothing to do, which costs less than taking it away.
 */
export async function moveDeadline(tx: Tx, before: Order, after: Order): Promise<void> {
  const job = deadlineJob(after);
  if (job && job.key !== deadlineJob(before)?.key) await enqueue(tx, job);
}

const mostKnown = 1_000;

/** The jobs that this process has committed: placing need not write them again. */
export function createKnownJobs() {
  const known = new Set<string>();
  return {
    unknown(orders: readonly Order[]): Job[] {
      const jobs = new Map<string, Job>();
      for (const job of orders.map(deadlineJob)) if (job && !known.has(job.key)) jobs.set(job.key, job);
      return [...jobs.values()];
    },
    committed(jobs: readonly Job[]): void {
      if (known.size > mostKnown) known.clear();
      for (const { key } of jobs) known.add(key);
    },
  };
}
