import type { Fen, Host, OrderId, PlaceId, Point, ShopId, Words } from "@sanqi/kernel";
import type { AfterSale } from "./after-sale.ts";
import type { AfterSaleState, Fulfilment, OrderPayment } from "./lifecycle.ts";
import type {
  Handover,
  LineAmount,
  OrderAmounts,
  OrderDiscount,
  OrderLine,
  OrderRefund,
  Slot,
} from "./order.ts";
import type { ReviewView } from "./review-views.ts";
import type { Stage } from "./stage.ts";

export type TimelineEntry = {
  readonly at: number;
  readonly what: string;
  readonly words: Words;
  readonly by: Words;
};

export type OrderCard = {
  readonly orderId: OrderId;
  /** Rises with every change; whoever reads the order again says which one was seen. */
  readonly version: number;
  readonly orderNo: string;
  readonly shop: { readonly shopId: ShopId; readonly name: string; readonly nameEn: string };
  readonly stage: Stage;
  readonly stageWords: Words;
  readonly payment: OrderPayment;
  readonly handover: Handover;
  readonly slot: Slot | null;
  /** What became of the money afterwards, where there is something to say. */
  readonly moneyWords: Words | null;
  readonly afterSaleState: AfterSaleState | null;
  readonly summary: Words;
  readonly arts: readonly string[];
  readonly pieces: number;
  readonly totalFen: Fen;
  readonly placedAt: number;
  readonly payBy: number;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly canRate: boolean;
};

/** A complaint as it is shown; the links to its pictures work for a while. */
export type AfterSaleView = AfterSale & { readonly pictureUrls: readonly string[] };

/** One order as its student sees it. */
export type OrderView = OrderCard & {
  readonly host: Host;
  readonly fulfilment: Fulfilment;
  readonly place: {
    readonly placeId: PlaceId | null;
    readonly name: string;
    readonly nameEn: string;
    readonly point: Point;
  };
  readonly shopPoint: Point;
  readonly lines: readonly OrderLine[];
  readonly amounts: OrderAmounts;
  readonly discounts: readonly OrderDiscount[];
  /** What was paid for each line, and what of it can still go back. */
  readonly paidLines: readonly (LineAmount & { readonly refundableFen: Fen })[];
  readonly refunds: readonly OrderRefund[];
  readonly afterSale: AfterSaleView | null;
  readonly note: string;
  readonly cutlery: number;
  readonly contactPhoneMasked: string | null;
  /** Shown to the student once the order is paid. */
  readonly pickupCode: string | null;
  readonly rider: { readonly name: string } | null;
  readonly refusal: string | null;
  readonly can: {
    readonly pay: boolean;
    readonly cancel: boolean;
    readonly rate: boolean;
    readonly call: boolean;
    readonly complain: boolean;
    readonly withdraw: boolean;
  };
  /** Epoch ms from which the student may urge it (again); null where there is nothing to urge. */
  readonly urgeFrom: number | null;
  readonly timeline: readonly TimelineEntry[];
  readonly rating: ReviewView | null;
  readonly deliveredAt: number | null;
};
