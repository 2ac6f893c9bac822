import type { AccountId, CampusId, OrderId, Result, ShopId } from "@sanqi/kernel";
import type { OrderRoute, RiderPosition } from "../domain/index.ts";

export type DeliveryError =
  | { readonly kind: "orderNotFound" }
  | { readonly kind: "callClosed" }
  | { readonly kind: "relayUnavailable" };

export type DeliveryUseCases = {
  /** Path and last position, for whoever takes part in the order (the router has checked that). */
  route(campusId: CampusId, orderId: OrderId): Promise<Result<OrderRoute, DeliveryError>>;
  /** Positions measured by the rider's device, oldest first; late and impossible ones are dropped. */
  report(request: {
    campusId: CampusId;
    riderId: AccountId;
    positions: readonly RiderPosition[];
  }): Promise<{ kept: number }>;
  /** A relay number that reaches the other side, valid only while the order runs; nobody learns a real number. */
  call(request: {
    campusId: CampusId;
    orderId: OrderId;
    caller: AccountId;
  }): Promise<Result<{ number: string; until: number }, DeliveryError>>;
};

export type CallEnding = {
  /** The order runs no more: its numbers reach nobody from now on. Harmless when repeated. */
  endCalls(campusId: CampusId, orderId: OrderId): Promise<void>;
};

export type DeliveryPromises = {
  /** When a meal ordered now would be there, for each shop asked for. */
  forShops(
    campusId: CampusId,
    requests: readonly {
      readonly shopId: ShopId;
      readonly prepMinutes: number;
      readonly walkMetres: number;
    }[],
  ): Promise<ReadonlyMap<ShopId, { readonly earliest: number; readonly latest: number }>>;
};
