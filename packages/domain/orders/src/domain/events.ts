import type { AccountId, Fen, Host, OrderId, PaymentId, PlaceId, ShopId } from "@sanqi/kernel";
import type { Handover, Slot } from "./order.ts";

/** What the world learns of an order. Every event carries enough for its consumers, so that they need not read the order. */
export type OrderEventType =
  | "order.placed"
  | "order.paid"
  | "order.paidLate"
  | "order.paidTwice"
  | "order.unaccepted"
  | "order.urged"
  | "order.accepted"
  | "order.refused"
  | "order.preparing"
  | "order.ready"
  | "order.claimed"
  | "order.pickedUp"
  | "order.delivered"
  | "order.completed"
  | "order.cancelled"
  | "order.expired"
  | "order.refunded"
  | "order.afterSaleOpened"
  | "order.afterSaleAnswered"
  | "order.afterSaleDecided"
  | "order.refundAgreed"
  | "order.afterSaleClosed"
  | "order.rated"
  | "order.reviewAnswered"
  | "order.reviewHidden"
  | "order.reviewShown";

export type OrderEventPayload = {
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly version: number;
  readonly accountId: AccountId;
  readonly host: Host;
  readonly shopId: ShopId;
  readonly shopName: string;
  readonly placeId: PlaceId | null;
  readonly placeName: string;
  readonly handover: Handover;
  /** Nobody's phone made it: there is no app to tell. */
  readonly byPhone: boolean;
  readonly slot: Slot | null;
  readonly totalFen: Fen;
  readonly paid: boolean;
  /** The payment that this event is about, where it is about one. */
  readonly paymentId: PaymentId | null;
  readonly riderId: AccountId | null;
  readonly riderName: string | null;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly reason: string | null;
  readonly at: number;
  /** order.urged only: whose turn it is. */
  readonly reminds?: "kitchen" | "rider";
  /** order.unaccepted only: when the order is refused unless its kitchen accepts. Epoch ms. */
  readonly acceptBy?: number | null;
  /** order.refundAgreed and order.refunded: the refund's key (an after-sale case, or the order's end) and its amount. */
  readonly key?: string;
  readonly amountFen?: Fen;
};

export type OrderEvent = { readonly type: OrderEventType; readonly payload: OrderEventPayload };
