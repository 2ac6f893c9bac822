import type { OrderId, Point } from "@sanqi/kernel";

/** Where a rider was last seen (WGS-84); `at` is when the device measured it. */
export type RiderPosition = { readonly point: Point; readonly at: number };

export type OrderRoute = {
  readonly orderId: OrderId;
  /** Along the paths, from the shop to the place. */
  readonly path: readonly Point[];
  readonly metres: number;
  readonly rider: RiderPosition | null;
};
