import { type Clock, distanceMetres, err, ok } from "@sanqi/kernel";
import { credible, isFresh } from "../domain/index.ts";
import type { DeliveryUseCases } from "./api.ts";
import type { DeliveryStore, OrderPlaces, PositionFeed, Walks } from "./ports.ts";

export type FollowDeps = {
  readonly store: DeliveryStore;
  readonly clock: Clock;
  readonly places: OrderPlaces;
  readonly walks: Walks;
  readonly feed: PositionFeed;
};

/** Where riders are, for those who wait for them. */
export function createRiderPositions(deps: FollowDeps): Pick<DeliveryUseCases, "route" | "report"> {
  const { store, clock, places, walks, feed } = deps;
  return {
    async route(campusId, orderId) {
      const order = await places.of(campusId, orderId);
      if (!order) return err({ kind: "orderNotFound" });
      const { shopPoint, placePoint, riderId, onTheWay } = order;
      const walk = await walks.walk(campusId, shopPoint, placePoint);
      const last = riderId && onTheWay ? await store.lastPosition(campusId, riderId) : null;
      return ok({
        orderId,
        // The map of a campus may change while an order runs: a straight line still shows both ends.
        path: walk?.path ?? [shopPoint, placePoint],
        metres: walk?.metres ?? Math.round(distanceMetres(shopPoint, placePoint)),
        rider: last && isFresh(last, clock.now()) ? last : null,
      });
    },
    async report({ campusId, riderId, positions }) {
      const last = await store.lastPosition(campusId, riderId);
      const kept = credible(last, positions, clock.now());
      const newest = kept.at(-1);
      // Where a second report was quicker, its newer position stands and is the one that viewers have.
      if (newest && (await store.savePosition(campusId, riderId, newest)))
        feed.publish(campusId, riderId, newest);
      return { kept: kept.length };
    },
  };
}
