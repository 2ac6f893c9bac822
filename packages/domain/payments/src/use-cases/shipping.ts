import { type Clock, minute } from "@sanqi/kernel";
import { afterUpload, type ShippingTold } from "../domain/shipping.ts";
import type {
  DueUpload,
  ShippingAlarms,
  ShippingError,
  ShippingFacts,
  ShippingGateway,
  ShippingStore,
} from "./shipping-ports.ts";

export type ShippingDeps = {
  readonly store: ShippingStore;
  readonly gateway: ShippingGateway;
  readonly facts: ShippingFacts;
  readonly clock: Clock;
  readonly alarms: ShippingAlarms;
};

export type ShippingWork = {
  /** Uploads everything whose turn has come; returns how many were tried. What stays unanswered is tried again later. */
  uploadDue(): Promise<number>;
};

export function createShippingWork(deps: ShippingDeps): ShippingWork {
  const { store, gateway, facts, clock, alarms } = deps;

  async function tell(upload: DueUpload): Promise<ShippingTold> {
    const { campusId, orderId, accountId, paymentId, kind } = upload;
    const [payer, goods] = await Promise.all([
      facts.payer(campusId, accountId),
      facts.goods(campusId, orderId),
    ]);
    if (!payer) return { kind: "refused", code: "PAYER_UNKNOWN" };
    const at = upload.handedOverAt;
    const answer = await gateway.upload({ paymentId, payer, kind, goods: goods ?? "校园订餐", at });
    return answer.ok ? { kind: "done" } : told(answer.error);
  }

  async function upload(due: DueUpload): Promise<void> {
    const { campusId, paymentId, orderId } = due;
    const next = afterUpload(await tell(due), { ...due, now: clock.now() });
    const { state, code, tryAt } = next;
    await store.settle({ campusId, paymentId, state, code, tryAt, now: clock.now() });
    if (state === "refused") alarms.raise("shippingRefused", { paymentId, orderId, code });
    if (next.late) alarms.raise("shippingLate", { paymentId, orderId, code });
  }

  return {
    async uploadDue() {
      const due = await store.due(clock.now(), 50);
      for (const one of due) {
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
      return due.length;
    },
  };
}

const told = (error: ShippingError): ShippingTold => ({
  kind: error.kind === "shippingLater" ? "later" : "refused",
  code: error.code,
});
