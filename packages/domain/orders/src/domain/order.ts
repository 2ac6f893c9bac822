import type {
  AccountId,
  CampusId,
  CouponId,
  DiscountId,
  DishId,
  Fen,
  Host,
  OrderId,
  PaymentId,
  PlaceId,
  Point,
  ShopId,
  TableId,
  Words,
} from "@sanqi/kernel";
import type { AfterSale } from "./after-sale.ts";
import type { Fulfilment, OrderPayment } from "./lifecycle.ts";

export type OrderLine = {
  readonly dishId: DishId;
  readonly name: string;
  readonly nameEn: string;
  readonly art: string;
  /** Chosen options in words, "微辣、加蛋". */
  readonly choices: readonly {
    /** The option that this is a choice of; orders of the first release do not say it. */
    readonly group?: string;
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
    readonly priceFen: Fen;
  }[];
  readonly quantity: number;
  /** One portion with its options. */
  readonly unitFen: Fen;
  readonly totalFen: Fen;
};

/** `totalFen` is what is paid: goods, packing and delivery less the discounts. */
export type OrderAmounts = {
  readonly goodsFen: Fen;
  readonly packingFen: Fen;
  readonly deliveryFeeFen: Fen;
  readonly discountFen: Fen;
  readonly totalFen: Fen;
};

/** How a lunch reaches its student. */
export const handovers = ["delivery", "pickup", "table"] as const;
export type Handover = (typeof handovers)[number];

/** Names a part of an order's price: the number of a line ("0", "1", …), "packing" or "delivery". */
export type LineKey = string;
export type LineAmount = { readonly key: LineKey; readonly fen: Fen };

/** One rule that made the order cheaper, who bears it, and how it falls on the lines; the shares add up to `fen`. */
export type OrderDiscount = {
  readonly discountId: DiscountId;
  readonly name: Words;
  readonly bearer: "merchant" | "platform";
  readonly fen: Fen;
  readonly shares: readonly LineAmount[];
};

/** Money that goes back, or went back, of a paid order, by line. `key` is the payments domain's key of the same refund. */
export type OrderRefund = {
  readonly key: string;
  /** null: the order ended before anybody had earned of it. */
  readonly bearer: RefundBearer | null;
  readonly fen: Fen;
  readonly parts: readonly LineAmount[];
  readonly done: boolean;
};
/** The key of the refund of an order that ended before it was handed over, or was paid too late. */
export const orderEndedKey = "order-ended";
/** Who pays for money that goes back after the lunch was handed over. */
export type RefundBearer = "merchant" | "platform" | "rider";

export type Slot = { readonly from: number; readonly to: number };

/** Names are copied when the order is placed: what was agreed stays readable when a shop is renamed. */
export type Order = {
  readonly campusId: CampusId;
  readonly orderId: OrderId;
  /** Short number of the day for people at the counter, "A137". */
  readonly orderNo: string;
  readonly version: number;
  readonly accountId: AccountId;
  readonly host: Host;
  readonly shop: {
    readonly shopId: ShopId;
    readonly name: string;
    readonly nameEn: string;
    readonly point: Point;
  };
  readonly handover: Handover;
  /** Where the lunch goes; for what is fetched or eaten in the shop its counter or table, without a place's id. */
  readonly place: {
    readonly placeId: PlaceId | null;
    readonly name: string;
    readonly nameEn: string;
    readonly point: Point;
  };
  readonly tableId: TableId | null;
  /** A pre-order is cooked for this time. Epoch ms. */
  readonly slot: Slot | null;
  /** Taken by phone at the console: the operator's account places it, and it is paid by its pay code. */
  readonly byPhone: boolean;
  readonly lines: readonly OrderLine[];
  readonly amounts: OrderAmounts;
  readonly discounts: readonly OrderDiscount[];
  readonly couponIds: readonly CouponId[];
  readonly refunds: readonly OrderRefund[];
  /** The newest after-sale case. */
  readonly afterSale: AfterSale | null;
  readonly note: string;
  readonly cutlery: number;
  readonly contactPhone: string | null;
  readonly pickupCode: string;
  readonly fulfilment: Fulfilment;
  readonly payment: OrderPayment;
  readonly rider: { readonly accountId: AccountId; readonly name: string } | null;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly refusal: string | null;
  readonly placedAt: number;
  readonly payBy: number;
  readonly paidAt: number | null;
  /** The payment that settled it; money of any other payment goes back. */
  readonly paidBy: PaymentId | null;
  /** Until when its kitchen has to accept it; set when the payment becomes known. */
  readonly acceptBy: number | null;
  /** When everybody was warned that the kitchen had not accepted yet. */
  readonly unacceptedAt: number | null;
  readonly acceptedAt: number | null;
  readonly deliveredAt: number | null;
  /** The last time that its student urged it. */
  readonly urgedAt: number | null;
};

/** Who does something: a person in a role, or the system itself (timers, platform callbacks). */
export type Actor =
  | { readonly kind: "student"; readonly accountId: AccountId }
  | {
      readonly kind: "merchant";
      readonly accountId: AccountId;
      readonly name: string;
      readonly shopIds: readonly ShopId[];
    }
  | { readonly kind: "rider"; readonly accountId: AccountId; readonly name: string }
  | { readonly kind: "operator"; readonly accountId: AccountId; readonly name: string }
  | { readonly kind: "system"; readonly name: string };
