import type { MerchantCaller } from "@sanqi/orders/use-cases";
import type { App } from "../app.ts";
import { boardChange, gathered } from "./gather.ts";

/** Says that the kitchen's board changed and why; the client then reads the board. */
export async function* watchKitchen(
  app: App,
  caller: MerchantCaller,
  signal: AbortSignal,
): AsyncGenerator<{ type: string; orderId: string }> {
  const mine = new Set<string>(caller.shopIds);
  const hints = app.live.follow(
    (h) => h.kind === "order" && h.campusId === caller.campusId && mine.has(h.shopId),
    signal,
  );
  for await (const hint of gathered(hints, signal)) yield boardChange(hint);
}
