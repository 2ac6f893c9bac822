import type {
  AccountId,
  AfterSaleId,
  DishId,
  Fen,
  Host,
  OrderId,
  PlaceId,
  Point,
  ShopId,
  Words,
} from "@sanqi/kernel";
import type { AfterSale } from "./after-sale.ts";
import type { PlacementError } from "./errors.ts";
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
import type { PricedOrder } from "./pricing/index.ts";
import type { Stage } from "./stage.ts";

export type CartLine = {
  readonly dishId: DishId;
  readonly quantity: number;
  readonly choices: readonly string[];
  /** The price of one portion that the person saw when the dish went into the cart. */
  readonly seenFen?: Fen | undefined;
};

/** A price that moved while the dish lay in the cart. */
export type PriceChange = {
  readonly dishId: DishId;
  readonly name: Words;
  readonly fromFen: Fen;
  readonly toFen: Fen;
};

/** A time for which a pre-order can be placed; `left`: how many more orders the kitchen takes for it. */
export type SlotChoice = Slot & { readonly left: number };

/** The live price of a cart. `problems` lists everything that would refuse the order, in the order in which to show it. */
export type Quote = {
  readonly lines: readonly OrderLine[];
  readonly amounts: OrderAmounts;
  /** Which rules made the price, line by line, and what is missing for others. */
  readonly discounts: readonly OrderDiscount[];
  readonly explanation: PricedOrder["explanation"];
  readonly notApplied: PricedOrder["notApplied"];
  readonly changed: readonly PriceChange[];
  readonly handover: Handover;
  readonly handovers: readonly Handover[];
  /** Empty where the shop takes no pre-orders; full ones are listed with nothing left. */
  readonly slots: readonly SlotChoice[];
  readonly minOrderFen: Fen;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly problems: readonly { readonly problem: PlacementError; readonly words: Words }[];
};

export type TimelineEntry = {
  readonly at: number;
  readonly what: string;
  readonly words: Words;
  readonly by: Words;
};

export type OrderCard = {
  readonly orderId: OrderId;
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
  readonly version: number;
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

/** What a student said of an order, and what the kitchen answered. */
export type ReviewView = {
  readonly stars: number;
  readonly comment: string;
  readonly at: number;
  readonly answer: string | null;
  /** An operator took it off the shop's page, for this reason; its author still sees it. */
  readonly hidden: string | null;
};

/** A review on its shop's page: nothing tells who wrote it, neither the order nor the moment. */
export type ShopReview = Pick<ReviewView, "stars" | "comment" | "answer"> & {
  readonly reviewId: string;
  /** The day in China, "2026-11-22". */
  readonly day: string;
  readonly dishes: readonly string[];
};

/** A review as kitchen and operators see it. */
export type DeskReview = ReviewView & {
  readonly reviewId: string;
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly shopId: ShopId;
  readonly shopName: string;
};

/** A complaint as kitchen and operators see it: the order's number and lines, nothing about the person. */
export type AfterSaleCase = {
  readonly afterSaleId: AfterSaleId;
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly shopId: ShopId;
  readonly shopName: string;
  readonly placeName: string;
  readonly handover: Handover;
  readonly hasRider: boolean;
  readonly deliveredAt: number | null;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly lines: readonly OrderLine[];
  readonly paidLines: OrderView["paidLines"];
  readonly totalFen: Fen;
  readonly afterSale: AfterSaleView;
  /** From then on the kitchen is not waited for. Epoch ms. */
  readonly answerBy: number;
};

/** A kitchen's day in figures. Money in fen; `refundedFen` is what the kitchen bore. */
export type DaySummary = {
  readonly day: string;
  readonly orders: number;
  readonly refused: number;
  readonly delivered: number;
  readonly goodsFen: Fen;
  readonly packingFen: Fen;
  readonly ownDiscountFen: Fen;
  readonly refundedFen: Fen;
  readonly cookMinutes: number | null;
  readonly byHandover: readonly { readonly handover: Handover; readonly orders: number }[];
  readonly byHour: readonly { readonly hour: number; readonly orders: number }[];
  readonly dishes: readonly {
    readonly dishId: DishId;
    readonly name: string;
    readonly nameEn: string;
    readonly portions: number;
    readonly goodsFen: Fen;
  }[];
  readonly complaints: number;
  readonly rating: number | null;
};

/** One order as its kitchen sees it: no phone, no account. */
export type KitchenOrder = {
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly shopId: ShopId;
  readonly shopName: string;
  readonly version: number;
  readonly fulfilment: Fulfilment;
  readonly lines: readonly OrderLine[];
  readonly goodsFen: Fen;
  readonly note: string;
  readonly cutlery: number;
  readonly placeName: string;
  readonly handover: Handover;
  readonly slot: Slot | null;
  readonly byPhone: boolean;
  readonly riderName: string | null;
  readonly paidAt: number;
  readonly promise: { readonly earliest: number; readonly latest: number };
  /** The last time that the student urged it. */
  readonly urgedAt: number | null;
  /** Set once the kitchen was warned: it is refused at this time unless somebody accepts. */
  readonly refusedAt: number | null;
};

export type KitchenBoard = {
  readonly new: readonly KitchenOrder[];
  readonly cooking: readonly KitchenOrder[];
  readonly ready: readonly KitchenOrder[];
  readonly today: {
    readonly orders: number;
    readonly goodsFen: Fen;
    readonly refused: number;
    readonly cookMinutes: number | null;
  };
};

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
