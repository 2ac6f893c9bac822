import { type Log, newTraceId } from "@sanqi/observability";
import type { Product } from "../../apps/bff/src/product.ts";
import { readDemo } from "../../apps/bff/src/seed/demo-content.ts";

/** Work that is due by the day or the hour, asked of a worker because the run moves its clock faster than timers turn. */
export type RareWorkMessage = { readonly rareWork: true };

/** Does everything that is done once in a while, whenever the run says so; never twice at the same time in one process. */
export function rareWork({ parts }: Product, log: Log): void {
  const { campusId } = readDemo().ids;
  const works = [
    (traceId: string) => parts.system.completeDelivered(traceId),
    (traceId: string) => parts.ledgerWork.postMissing(campusId, traceId),
    (traceId: string) => parts.reconciliationWork.readDueBills(campusId, traceId),
    (traceId: string) => parts.sharing.askDueShares(traceId),
    () => parts.shipping.uploadDue(),
    (traceId: string) => parts.money.askDue(traceId),
  ];
  let busy = false;
  process.on("message", (message: Partial<RareWorkMessage>) => {
    if (!message.rareWork || busy) return;
    busy = true;
    void (async () => {
      for (const work of works)
        await work(newTraceId()).catch((error: unknown) => log.error("rare work failed", { error }));
      busy = false;
    })();
  });
}
