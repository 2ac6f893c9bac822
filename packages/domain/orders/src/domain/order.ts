import type {
  AccountId,
  CampusId,
  DishId,
  Fen,
  Host,
  OrderId,
  PaymentId,
  PlaceId,
  Point,
  ShopId,
} from "@sanqi/kernel";
import type { Fulfilment, OrderPayment } from "./lifecycle.ts";

export type OrderLine = {
  readonly dishId: DishId;
  readonly name: string;
  readonly nameEn: string;
  readonly art: string;
  /** Chosen options in words, "微辣、加蛋". */
  readonly choices: readonly {
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

export type OrderAmounts = {
  readonly goodsFen: Fen;
  readonly packingFen: Fen;
  readonly deliveryFeeFen: Fen;
  readonly totalFen: Fen;
};

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
  readonly place: {
    readonly placeId: PlaceId;
    readonly name: string;
    readonly nameEn: string;
    readonly point: Point;
  };
  readonly lines: readonly OrderLine[];
  readonly amounts: OrderAmounts;
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
