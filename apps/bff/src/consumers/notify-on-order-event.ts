import type { Host } from "@sanqi/kernel";
import { renderOrderNews, toldEvents } from "@sanqi/notifications";
import type { Notification, Notifier } from "@sanqi/notifications/use-cases";
import type { OrderEventPayload } from "@sanqi/orders";
import { type Event, outsideConsumer } from "@sanqi/outbox";

/** What the student of the order is told of an event; null where it is nobody's news. */
export function newsOf(event: Event<OrderEventPayload>): Notification | null {
  const { campusId, eventId, type, payload, occurredAt } = event;
  // Who ordered by phone has no app to be told in: the desk tells.
  if (payload.byPhone) return null;
  const telling = renderOrderNews({ type, payload });
  if (!telling) return null;
  const { accountId, orderId, host } = payload;
  const page = `pages/track/order/index?orderId=${orderId}`;
  return { eventId, campusId, accountId, host, page, orderId, occurredAt, ...telling };
}

/** Rings for a student through the host in which the order was made. While that host is given a rest, events wait their turn. */
export const notifyStudents = (host: Host, notifier: Notifier) =>
  outsideConsumer<OrderEventPayload>({
    name: `notify-${host}-on-order-event`,
    group: host,
    onlyHost: host,
    on: toldEvents,
    turn: () => notifier.turn(host),
    async handle(event) {
      const news = event.payload.host === host ? newsOf(event) : null;
      if (news) await notifier.notify(news);
    },
  });
