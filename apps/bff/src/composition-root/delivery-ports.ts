import type { CallParties, NumberRelay, OrderPlaces, PositionFeed } from "@sanqi/delivery/use-cases";
import { err } from "@sanqi/kernel";
import { isOnItsWay } from "@sanqi/orders";
import type { OrderStore } from "@sanqi/orders/use-cases";
import type { LiveFeed } from "../live/feed.ts";

export const orderPlaces = (store: OrderStore): OrderPlaces => ({
  async of(campusId, orderId) {
    const order = await store.load(campusId, orderId);
    if (!order) return null;
    const riderId = order.rider?.accountId ?? null;
    return {
      shopPoint: order.shop.point,
      placePoint: order.place.point,
      riderId,
      onTheWay: riderId !== null && isOnItsWay(order),
    };
  },
});

/** Student and rider of one order reach each other, nobody else, and only while the rider goes for it. */
export const callParties = (store: OrderStore): CallParties => ({
  async of(campusId, orderId, caller) {
    const order = await store.load(campusId, orderId);
    if (!order) return null;
    const rider = order.rider?.accountId ?? null;
    const callee = caller === order.accountId ? rider : caller === rider ? order.accountId : null;
    return { running: isOnItsWay(order), callee };
  },
});

export const positionFeed = (live: LiveFeed): PositionFeed => ({
  publish: (campusId, riderId, position) => live.publish({ kind: "rider", campusId, riderId, position }),
});

export const unavailableRelay: NumberRelay = {
  bind: async () => err({ kind: "relayUnavailable" }),
  unbind: async () => {},
};
