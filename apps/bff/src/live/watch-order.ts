import type { RiderPosition } from "@sanqi/delivery";
import type { OrderId } from "@sanqi/kernel";
import type { OrderError, OrderView } from "@sanqi/orders";
import type { Caller } from "@sanqi/orders/use-cases";
import type { App } from "../app.ts";

export type OrderUpdate =
  | { readonly kind: "order"; readonly order: OrderView }
  | { readonly kind: "rider"; readonly position: RiderPosition };

/**
 * The student's order, live: first the newest state where it is newer than `version` (so nothing is missed between two
 * connections), then every change and the rider's positions while the order is on its way.
 * @returns why it ended, where it is not the reader who left: the order is not there, or not this account's
 */
export async function* watchOrder(
  app: App,
  request: { caller: Caller; orderId: OrderId; version: number },
  signal: AbortSignal,
): AsyncGenerator<OrderUpdate, OrderError | null> {
  const { caller, orderId } = request;
  let riderId: string | null = null;
  let seen = request.version;
  // Ends with this generator, however it ends: an answer that is refused must leave no listener behind.
  const own = new AbortController();
  // Subscribe before the first read: a change in between is then a hint, never a gap.
  const hints = app.live.follow(
    (hint) =>
      hint.campusId === caller.campusId &&
      (hint.kind === "order" ? hint.orderId === orderId : hint.riderId === riderId),
    AbortSignal.any([signal, own.signal]),
  );
  const read = async () => {
    const result = await app.orders.get(caller, orderId);
    if (!result.ok) return result;
    const running = result.value.fulfilment === "pickedUp" || result.value.fulfilment === "ready";
    riderId = running ? await app.orders.riderOf(caller.campusId, orderId) : null;
    return result;
  };
  try {
    const found = await read();
    if (!found.ok) return found.error;
    const first = found.value;
    if (first.version > seen) yield { kind: "order", order: first };
    seen = Math.max(seen, first.version);
    for await (const hint of hints) {
      if (hint.kind === "rider") {
        yield { kind: "rider", position: hint.position };
        continue;
      }
      const again = await read();
      if (!again.ok) return again.error;
      const order = again.value;
      if (order.version <= seen) continue;
      seen = order.version;
      yield { kind: "order", order };
    }
    return null;
  } finally {
    own.abort();
  }
}
