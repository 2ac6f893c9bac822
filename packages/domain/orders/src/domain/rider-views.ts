import type { Fen, OrderId, Point } from "@sanqi/kernel";
import type { Fulfilment } from "./lifecycle.ts";
import type { Slot } from "./order.ts";

/** One order as a rider sees it. The pick-up code is never in it: the student tells it at the door. */
export type RiderTask = {
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly version: number;
  readonly fulfilment: Fulfilment;
  readonly shop: { readonly name: string; readonly nameEn: string; readonly point: Point };
  readonly place: { readonly name: string; readonly nameEn: string; readonly point: Point };
  readonly pieces: number;
  readonly note: string;
  readonly feeFen: Fen;
  readonly slot: Slot | null;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly urgedAt: number | null;
  readonly mine: boolean;
};

export type RiderBoard = {
  readonly available: readonly RiderTask[];
  readonly mine: readonly RiderTask[];
  readonly today: { readonly deliveries: number; readonly feeFen: Fen };
};
