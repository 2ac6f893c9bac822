import type { Host } from "@sanqi/kernel";
import { renderOrderNews, toldEvents } from "@sanqi/notifications";
import type { Notifier } from "@sanqi/notifications/use-cases";
import type { OrderEventPayload } from "@sanqi/orders";
import { outsideConsumer } from "@sanqi/outbox";

/** Tells a student through the host in which the order was made, at most once per event; in any case in the app's inbox. */
export const notifyStudents = (host: Host, notifier: Notifier) =>
  outsideConsumer<OrderEventPayload>({
    name: `notify-${host}-on-order-event`,
    group: host,
    on: toldEvents,
    async handle({ campusId, eventId, type, payload }) {
      // Who ordered by phone has no app to be told in: the desk tells.
      if (payload.host !== host || payload.byPhone) return;
      const telling = renderOrderNews({ type, payload });
      if (!telling) return;
      const { accountId, orderId } = payload;
      const page = `pages/track/order/index?orderId=${orderId}`;
      await notifier.notify({ eventId, campusId, accountId, host, page, orderId, ...telling });
    },
  });
