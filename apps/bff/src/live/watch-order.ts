import type { RiderPosition } from "@sanqi/delivery";
import type { OrderId } from "@sanqi/kernel";
import type { OrderError, OrderView } from "@sanqi/orders";
import type { Caller } from "@sanqi/orders/use-cases";
import type { App } from "../app.ts";
import { viewIn } from "../order-views/order-views.ts";

export type OrderUpdate =
  | { readonly kind: "order"; readonly order: OrderView }
  | { readonly kind: "rider"; readonly position: RiderPosition };

/**
 * The student's order, live: first the newest state where it is newer than `version` (so nothing is missed between two
 * connections), then every change and the rider's positions while the order is on its way.
 * @returns why it ended, where it is not the reader who left: the order is not there, or not this account's
 */
export async function* watchOrder(
  app: Pick<App, "live" | "orderViews">,
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
  /** `known`: the version that there is; null, where that is what nobody knows. */
  const read = async (known: number | null) => {
    const kept = await app.orderViews.read(caller, orderId, known);
    if (!kept.ok) return kept;
    const view = viewIn(kept.value);
    const running = view.fulfilment === "pickedUp" || view.fulfilment === "ready";
    riderId = running ? kept.value.about.riderId : null;
    return { ok: true, view } as const;
  };
  try {
    const first = await read(null);
    if (!first.ok) return first.error;
    if (first.view.version > seen) yield { kind: "order", order: first.view };
    seen = Math.max(seen, first.view.version);
    for await (const hint of hints) {
      if (hint.kind === "rider") {
        yield { kind: "rider", position: hint.position };
        continue;
      }
      // Told twice, or already read by whoever was faster than the news.
      if (hint.kind === "order" && hint.version <= seen) continue;
      const next = await read(hint.kind === "order" ? hint.version : null);
      if (!next.ok) return next.error;
      if (next.view.version <= seen) continue;
      seen = next.view.version;
      yield { kind: "order", order: next.view };
    }
    return null;
  } finally {
    own.abort();
  }
}
