import type { AccountId, Fen, Host, OrderId, PlaceId, ShopId } from "@sanqi/kernel";
import type { AfterSaleState, Fulfilment, OrderPayment } from "./lifecycle.ts";
import type { Handover, Slot } from "./order.ts";
import type { TimelineEntry } from "./order-views.ts";
import type { Stage } from "./stage.ts";

/** One row of the console's live table. */
export type ConsoleOrderRow = {
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly shopId: ShopId;
  readonly shopName: string;
  readonly placeId: PlaceId | null;
  readonly placeName: string;
  readonly handover: Handover;
  readonly slot: Slot | null;
  readonly byPhone: boolean;
  readonly afterSaleState: AfterSaleState | null;
  readonly refundedFen: Fen;
  readonly host: Host;
  readonly fulfilment: Fulfilment;
  readonly payment: OrderPayment;
  readonly stage: Stage;
  readonly totalFen: Fen;
  readonly riderName: string | null;
  readonly placedAt: number;
  readonly deliveredAt: number | null;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly version: number;
};

export type StoryEntry = TimelineEntry & {
  readonly actorKind: string;
  readonly actorId: AccountId | string | null;
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
  readonly traceId: string;
};
