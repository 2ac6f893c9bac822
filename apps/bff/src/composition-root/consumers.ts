import { recordMeal } from "@sanqi/care/persistence";
import type { Clock } from "@sanqi/kernel";
import type { OrderEventPayload } from "@sanqi/orders";
import { type Consumer, localConsumer } from "@sanqi/outbox";
import { closePaymentOnOrderEnded } from "../consumers/close-payment-on-order-ended.ts";
import { endCallsOnOrderEnded } from "../consumers/end-calls-on-order-ended.ts";
import { markOrderPaid } from "../consumers/mark-order-paid-on-payment-succeeded.ts";
import { markOrderRefunded } from "../consumers/mark-order-refunded-on-payment-refunded.ts";
import { notifyCounselors } from "../consumers/notify-counselors-on-care-alerts.ts";
import { notifyStudents } from "../consumers/notify-on-order-event.ts";
import { refundOnOrderEnded } from "../consumers/refund-on-order-ended.ts";
import { sendRefund } from "../consumers/send-refund-on-refund-requested.ts";
import type { Parts } from "./index.ts";

/** Everything that acts on events. Students are told by one consumer per host: one platform's trouble never delays another's. */
export const createConsumers = (parts: Parts, clock: Clock): Consumer[] => [
  markOrderPaid(parts.orderStore, parts.system, clock),
  markOrderRefunded(parts.orderStore, parts.system, clock),
  refundOnOrderEnded(parts.money),
  sendRefund(parts.money),
  closePaymentOnOrderEnded(parts.money),
  endCallsOnOrderEnded(parts.delivery),
  notifyStudents("weapp", parts.notifications),
  notifyStudents("alipay", parts.notifications),
  notifyStudents("dd", parts.notifications),
  notifyCounselors(parts.notifications, parts.identity),
  localConsumer<OrderEventPayload>({
    name: "record-meal-on-order-delivered",
    on: ["order.delivered"],
    handle: (event, tx) =>
      recordMeal(tx, {
        campusId: event.campusId,
        accountId: event.payload.accountId,
        at: event.occurredAt,
        eventId: event.eventId,
      }),
  }),
];
