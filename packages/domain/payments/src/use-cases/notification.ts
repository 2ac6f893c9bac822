import type { PaymentUseCases } from "./api.ts";
import type { Questions } from "./ask.ts";
import type { PaymentDeps } from "./prepare.ts";

/** A webhook: verified over its raw bytes, remembered once, and taken over like any other answer of the platform. */
export const receiveNotification =
  (deps: PaymentDeps, questions: Questions): PaymentUseCases["receiveNotification"] =>
  async ({ campusId, channel, raw, traceId }) => {
    const gateway = deps.gateways[channel];
    const read = gateway.readNotification(raw);
    if (!read.ok) {
      deps.alarms.raise("notificationForged", { channel, kind: read.error.kind, detail: read.error.detail });
      return gateway.answer(false);
    }
    const notification = read.value;
    const now = deps.clock.now();
    const remember = (subjectId: string, effect: string) =>
      deps.store.remember({
        campusId,
        channel,
        notificationId: notification.notificationId,
        subjectId,
        effect,
        now,
        traceId,
      });
    if (notification.kind === "ignored") {
      await remember("", `ignored: ${notification.reason}`);
      return gateway.answer(true);
    }
    const unknown = (subjectId: string) =>
      deps.alarms.raise("paymentUnknown", {
        channel,
        subjectId,
        notificationId: notification.notificationId,
        traceId,
      });
    if (notification.kind === "refund") {
      const effect = await questions.takeRefund(campusId, notification.refund, 0, traceId);
      if (effect === null) unknown(notification.refund.refundId);
      await remember(notification.refund.refundId, effect ?? "unknown refund");
      return gateway.answer(effect !== null && effect !== "mismatch");
    }
    const settled = await questions.take(campusId, notification.payment, 0, traceId);
    if (!settled) unknown(notification.payment.paymentId);
    await remember(notification.payment.paymentId, settled?.effect ?? "unknown payment");
    // Not ours, or not our amount: the platform goes on telling, and the alarm stays in sight.
    return gateway.answer(settled !== null && settled.effect !== "mismatch");
  };
