import type { IdentityOperations } from "@sanqi/identity/use-cases";
import { toldEvents } from "@sanqi/notifications";
import type { Notifier } from "@sanqi/notifications/use-cases";
import type { OrderEventPayload } from "@sanqi/orders";
import { outsideConsumer } from "@sanqi/outbox";
import { type AlertsOpened, alertOf } from "./notify-counselors-on-care-alerts.ts";
import { newsOf } from "./notify-on-order-event.ts";

type Counselors = Pick<IdentityOperations, "accountsWithRole">;

/** The app's own inbox waits for no platform; one entry per event and person, however often this runs. */
export const writeInboxOnOrderEvent = (notifier: Notifier) =>
  outsideConsumer<OrderEventPayload>({
    name: "write-inbox-on-order-event",
    on: toldEvents,
    async handle(event) {
      const news = newsOf(event);
      if (news) await notifier.writeEntry(news);
    },
  });

export const writeInboxOnCareAlerts = (notifier: Notifier, identity: Counselors) =>
  outsideConsumer<AlertsOpened>({
    name: "write-inbox-on-care-alerts",
    on: ["care.alertsOpened"],
    async handle(event) {
      const { campusId, payload } = event;
      const counselors = await identity.accountsWithRole(campusId, "counselor", payload.departmentId);
      for (const accountId of counselors) await notifier.writeEntry({ ...alertOf(event), accountId });
    },
  });
