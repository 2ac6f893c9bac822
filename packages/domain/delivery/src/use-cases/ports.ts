import type { AccountId, CampusId, OrderId, Point, Result, ShopId } from "@sanqi/kernel";
import type { CallBinding, RiderPosition } from "../domain/index.ts";

export type DeliveryStore = {
  lastPosition(campusId: CampusId, riderId: AccountId): Promise<RiderPosition | null>;
  /** Keeps the position unless a newer one is kept already; false then. */
  savePosition(campusId: CampusId, riderId: AccountId, position: RiderPosition): Promise<boolean>;
  binding(campusId: CampusId, orderId: OrderId, caller: AccountId): Promise<CallBinding | null>;
  saveBinding(campusId: CampusId, orderId: OrderId, binding: CallBinding): Promise<void>;
  bindings(campusId: CampusId, orderId: OrderId): Promise<CallBinding[]>;
  dropBindings(campusId: CampusId, orderId: OrderId): Promise<void>;
};

/** Tells live viewers where a rider is. */
export type PositionFeed = { publish(campusId: CampusId, riderId: AccountId, position: RiderPosition): void };

/** What the orders know of the way; null for an unknown order. */
export type OrderPlaces = {
  of(
    campusId: CampusId,
    orderId: OrderId,
  ): Promise<{
    readonly shopPoint: Point;
    readonly placePoint: Point;
    readonly riderId: AccountId | null;
    /** The rider goes for this order now; only then is the position anybody's business. */
    readonly onTheWay: boolean;
  } | null>;
};

/** Who would be called; null for an unknown order. `running`: somebody still has to bring it. */
export type CallParties = {
  of(
    campusId: CampusId,
    orderId: OrderId,
    caller: AccountId,
  ): Promise<{ readonly running: boolean; readonly callee: AccountId | null } | null>;
};

/**
 * A telephone relay. It looks up real numbers itself by account; they never pass through here.
 * Binding the same order and caller again replaces the binding, so a repetition is harmless.
 */
export type NumberRelay = {
  bind(request: {
    campusId: CampusId;
    orderId: OrderId;
    caller: AccountId;
    callee: AccountId;
    until: number;
  }): Promise<Result<{ readonly number: string }, { readonly kind: "relayUnavailable" }>>;
  /** From now on the number reaches nobody. */
  unbind(request: { campusId: CampusId; orderId: OrderId; number: string }): Promise<void>;
};

export type Walks = {
  walk(
    campusId: CampusId,
    from: Point,
    to: Point,
  ): Promise<{ readonly metres: number; readonly path: readonly Point[] } | null>;
};

/** Orders that each kitchen has still to cook; a shop that is not in the answer has none. */
export type KitchenQueues = {
  waiting(campusId: CampusId, shopIds: readonly ShopId[]): Promise<ReadonlyMap<ShopId, number>>;
};
