import type { Task } from "@sanqi/jobs";
import { type CampusId, type OrderId, toId } from "@sanqi/kernel";
import type { SystemCommands } from "./system-commands.ts";

/** Jobs of this task are written with the change that sets a deadline, under `order/<campus>/<order>`: one for each order. */
export const deadlineTaskName = "order-deadline";

export const createDeadlineTask = (
  system: Pick<SystemCommands, "meetDeadline">,
): Task<{ campusId: CampusId; orderId: OrderId }> => ({
  name: deadlineTaskName,
  parse(payload) {
    const { campusId, orderId } = payload as { campusId: string; orderId: string };
    return { campusId: toId("campus", campusId), orderId: toId("order", orderId) };
  },
  run: (order, traceId) => system.meetDeadline(order, traceId),
});
