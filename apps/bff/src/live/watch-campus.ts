import type { CampusId } from "@sanqi/kernel";
import type { App } from "../app.ts";

/** Every change of any order of the campus, for the console's live table. */
export async function* watchCampus(
  app: App,
  campusId: CampusId,
  signal: AbortSignal,
): AsyncGenerator<{ type: string; orderId: string; version: number }> {
  const hints = app.live.follow((h) => h.kind === "order" && h.campusId === campusId, signal);
  for await (const h of hints) {
    // The console follows anew, and reads everything when it does.
    if (h.kind === "again") return;
    if (h.kind === "order") yield { type: h.type, orderId: h.orderId, version: h.version };
  }
}
