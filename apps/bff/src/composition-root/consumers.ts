import { recordMeal } from "@sanqi/care/persistence";
import type { CallEnding } from "@sanqi/delivery/use-cases";
import type { IdentityOperations } from "@sanqi/identity/use-cases";
import type { Clock } from "@sanqi/kernel";
import type { Notifier } from "@sanqi/notifications/use-cases";
import type { OrderEventPayload } from "@sanqi/orders";
import type { SystemCommands } from "@sanqi/orders/use-cases";
import { type Consumer, localConsumer } from "@sanqi/outbox";
import { requestShippingUpload } from "@sanqi/payments/persistence";
import type { MoneyWork, SharingUseCases } from "@sanqi/payments/use-cases";
import { closePaymentOnOrderEnded } from "../consumers/close-payment-on-order-ended.ts";
import { endCallsOnOrderEnded } from "../consumers/end-calls-on-order-ended.ts";
import { markOrderPaid } from "../consumers/mark-order-paid-on-payment-succeeded.ts";
import { markOrderRefunded } from "../consumers/mark-order-refunded-on-payment-refunded.ts";
import { notifyCounselors } from "../consumers/notify-counselors-on-care-alerts.ts";
import { notifyStudents } from "../consumers/notify-on-order-event.ts";
import type { OrderChanges } from "../consumers/order-changes.ts";
import { type OrderPosting, postToLedger } from "../consumers/post-to-ledger-on-money-moved.ts";
import { refundOnAfterSaleDecided } from "../consumers/refund-on-after-sale-decided.ts";
import { refundOnOrderEnded } from "../consumers/refund-on-order-ended.ts";
import { renewRefund } from "../consumers/renew-refund-on-refund-failed.ts";
import { sendRefund } from "../consumers/send-refund-on-refund-requested.ts";
import { shareOnOrderCompleted } from "../consumers/share-on-order-completed.ts";
import { uploadShippingOnHandover } from "../consumers/upload-shipping-on-handover.ts";
import { writeInboxOnCareAlerts, writeInboxOnOrderEvent } from "../consumers/write-inbox-on-news.ts";

type ConsumerParts = {
  readonly orderStore: OrderChanges;
  readonly system: SystemCommands;
  readonly money: MoneyWork;
  readonly sharing: SharingUseCases;
  readonly posting: OrderPosting;
  readonly delivery: CallEnding;
  readonly notifications: Notifier;
  readonly identity: Pick<IdentityOperations, "accountsWithRole">;
  readonly sagas: Consumer;
};

/** Everything that acts on events. Students are told by one consumer per host: one platform's trouble never delays another's. */
export const createConsumers = (parts: ConsumerParts, clock: Clock): Consumer[] => [
  markOrderPaid(parts.orderStore, parts.system, clock),
  markOrderRefunded(parts.orderStore, parts.system, clock),
  refundOnOrderEnded(parts.money),
  refundOnAfterSaleDecided(parts.money),
  sendRefund(parts.money),
  renewRefund(parts.money),
  closePaymentOnOrderEnded(parts.money),
  parts.sagas,
  postToLedger(parts.posting),
  shareOnOrderCompleted(parts.sharing),
  uploadShippingOnHandover(requestShippingUpload, clock),
  endCallsOnOrderEnded(parts.delivery),
  writeInboxOnOrderEvent(parts.notifications),
  writeInboxOnCareAlerts(parts.notifications, parts.identity),
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
