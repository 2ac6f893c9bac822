import { outsideConsumer, PoisonEvent } from "@sanqi/outbox";
import type { RefundRequested } from "@sanqi/payments";
import type { MoneyWork } from "@sanqi/payments/use-cases";

/** The refund's id is the platform's key: after a crash the same refund is asked for again, not another one. */
export const sendRefund = (money: MoneyWork) =>
  outsideConsumer<RefundRequested>({
    name: "send-refund-on-refund-requested",
    on: ["refund.requested"],
    async handle({ campusId, payload, traceId }) {
      const outcome = await money.sendRefund({ campusId, refundId: payload.refundId, traceId });
      if (outcome === "mismatch") throw new PoisonEvent("the platform tells another amount for this refund");
    },
  });
