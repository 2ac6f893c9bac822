import { outsideConsumer, PoisonEvent } from "@sanqi/outbox";
import type { RefundFailed } from "@sanqi/payments";
import type { MoneyWork } from "@sanqi/payments/use-cases";

/**
 * A refund that the platform will not do waits for an operator: the event is parked with the platform's reason. Replaying it,
 * once the cause is mended, asks for the refund under a new number.
 */
export const renewRefund = (money: MoneyWork) =>
  outsideConsumer<RefundFailed>({
    name: "renew-refund-on-refund-failed",
    on: ["refund.failed"],
    async handle({ campusId, payload, traceId }) {
      const outcome = await money.renewRefund({ campusId, refundId: payload.refundId, traceId });
      if (outcome === "noted")
        throw new PoisonEvent(`refund refused by the platform: ${payload.failure}; replay to try again`);
      if (outcome === "tooLarge")
        throw new PoisonEvent("other refunds have left less of the payment than this one wants");
    },
  });
