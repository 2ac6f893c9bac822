import type { Caller } from "@sanqi/orders/use-cases";
import type { App } from "../app.ts";
import { boardChange, gathered } from "./gather.ts";

/** What changes a rider's list: orders that a kitchen accepted, finished, that somebody took, or that a student urged. */
const boardEvents = new Set([
  "order.accepted",
  "order.ready",
  "order.claimed",
  "order.pickedUp",
  "order.delivered",
  "order.refused",
  "order.urged",
]);

/** Says that the riders' board changed and why; the client then reads the board. */
export async function* watchRiderBoard(
  app: App,
  caller: Caller,
  signal: AbortSignal,
): AsyncGenerator<{ type: string; orderId: string }> {
  const hints = app.live.follow(
    (h) => h.kind === "order" && h.campusId === caller.campusId && boardEvents.has(h.type),
    signal,
  );
  for await (const hint of gathered(hints, signal)) yield boardChange(hint);
}
