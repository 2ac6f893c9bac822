import type { AccountId, DishId, Fen, Host, OrderId, PlaceId, Point, ShopId, Words } from "@sanqi/kernel";
import type { PlacementError } from "./errors.ts";
import type { Fulfilment, OrderPayment } from "./lifecycle.ts";
import type { OrderAmounts, OrderLine } from "./order.ts";
import type { Stage } from "./stage.ts";

export type CartLine = {
  readonly dishId: DishId;
  readonly quantity: number;
  readonly choices: readonly string[];
};

/** The live price of a cart. `problems` lists everything that would refuse the order, in the order in which to show it. */
export type Quote = {
  readonly lines: readonly OrderLine[];
  readonly amounts: OrderAmounts;
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
  readonly summary: Words;
  readonly arts: readonly string[];
  readonly pieces: number;
  readonly totalFen: Fen;
  readonly placedAt: number;
  readonly payBy: number;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly canRate: boolean;
};

/** One order as its student sees it. */
export type OrderView = OrderCard & {
  readonly version: number;
  readonly host: Host;
  readonly fulfilment: Fulfilment;
  readonly place: {
    readonly placeId: PlaceId;
    readonly name: string;
    readonly nameEn: string;
    readonly point: Point;
  };
  readonly shopPoint: Point;
  readonly lines: readonly OrderLine[];
  readonly amounts: OrderAmounts;
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
  };
  /** Epoch ms from which the student may urge it (again); null where there is nothing to urge. */
  readonly urgeFrom: number | null;
  readonly timeline: readonly TimelineEntry[];
  readonly rating: { readonly stars: number; readonly comment: string } | null;
  readonly deliveredAt: number | null;
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
  readonly placeId: PlaceId;
  readonly placeName: string;
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
