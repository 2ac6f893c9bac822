import { type Clock, err, minute, second } from "@sanqi/kernel";
import { type BreakerRules, type Guard, Resting, reach } from "@sanqi/resilience";
import { afterUpload, type ShippingTold } from "../domain/shipping.ts";
import type {
  DueUpload,
  ShippingAlarms,
  ShippingError,
  ShippingFacts,
  ShippingGateway,
  ShippingStore,
} from "./shipping-ports.ts";

/** When WeChat's shipping interface is given a rest: nobody waits for it, and what is due stays due. */
export const shippingRules = {
  ...{ windowMs: minute, minCalls: 10, failureShare: 0.5 },
  ...{ slowMs: 500, restMs: 10 * second, goodProbes: 1 },
} as const satisfies BreakerRules;

export type ShippingDeps = {
  readonly store: ShippingStore;
  readonly gateway: ShippingGateway;
  readonly guard: Guard;
  readonly facts: ShippingFacts;
  readonly clock: Clock;
  readonly alarms: ShippingAlarms;
};

export type ShippingWork = {
  /**
   * Uploads everything whose turn has come; returns how many were tried. What stays unanswered is tried again later. While the
   * interface is given a rest nothing is tried, and once it is over, one.
   */
  uploadDue(): Promise<number>;
};

export function createShippingWork(deps: ShippingDeps): ShippingWork {
  const { store, gateway, guard, facts, clock, alarms } = deps;

  async function tell(upload: DueUpload): Promise<ShippingTold> {
    const { campusId, orderId, accountId, paymentId, kind } = upload;
    const [payer, goods] = await Promise.all([
      facts.payer(campusId, accountId),
      facts.goods(campusId, orderId),
    ]);
    if (!payer) return { kind: "refused", code: "PAYER_UNKNOWN" };
    const at = upload.handedOverAt;
    const request = { paymentId, payer, kind, goods: goods ?? "校园订餐", at };
    const answer = await guard
      .run(
        () => gateway.upload(request),
        (told) => !told.ok && told.error.kind === "shippingLater",
      )
      .catch((error: unknown) => {
        if (!(error instanceof Resting)) throw error;
        return err({ kind: "shippingLater", code: "RESTING", detail: error.message } as const);
      });
    return answer.ok ? { kind: "done" } : told(answer.error);
  }

  async function upload(due: DueUpload): Promise<void> {
    const { campusId, paymentId, orderId } = due;
    const next = afterUpload(await tell(due), { ...due, now: clock.now() });
    reach("shipping.uploaded");
    const { state, code, tryAt } = next;
    await store.settle({ campusId, paymentId, state, code, tryAt, now: clock.now() });
    if (state === "refused") alarms.raise("shippingRefused", { paymentId, orderId, code });
    if (next.late) alarms.raise("shippingLate", { paymentId, orderId, code });
  }

  return {
    async uploadDue() {
      const due = await store.due(clock.now(), 50);
      let tried = 0;
      for (const one of due) {
        if (!guard.admits()) break;
        tried += 1;
        // One that fails here is put off, and keeps no other from its turn.
        await upload(one).catch(() =>
          store.settle({
            campusId: one.campusId,
            paymentId: one.paymentId,
            state: "requested",
            code: "FAULT",
            now: clock.now(),
            tryAt: clock.now() + minute,
          }),
        );
      }
      return tried;
    },
  };
}

const told = (error: ShippingError): ShippingTold => ({
  kind: error.kind === "shippingRefused" ? "refused" : "later",
  code: error.code,
});
