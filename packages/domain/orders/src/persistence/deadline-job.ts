import type { Tx } from "@sanqi/database";
import { enqueue } from "@sanqi/jobs";
import { nextDeadline, type Order } from "../domain/index.ts";
import { deadlineTaskName } from "../use-cases/deadline-task.ts";

/**
 * Moves the one deadline job of an order in the transaction that moves its deadline; the first one is written where the order is
 * placed (`place_orders`). A job that has become needless stays: it finds nothing to do, which costs less than taking it away.
 */
export async function moveDeadline(tx: Tx, before: Order, after: Order): Promise<void> {
  const due = nextDeadline(after);
  if (!due || due.at === nextDeadline(before)?.at) return;
  const { campusId, orderId } = after;
  const key = `order/${campusId}/${orderId}`;
  await enqueue(tx, { task: deadlineTaskName, key, payload: { campusId, orderId }, runAt: due.at });
}
