import type { Brand } from "./brand.ts";

/** Every kind of id with its prefix; an id reads `<prefix>_` and 20 characters of [0-9a-z]. */
export const idPrefixes = {
  campus: "cmp",
  account: "acc",
  session: "ses",
  invitation: "inv",
  area: "are",
  building: "bld",
  place: "plc",
  shop: "shp",
  dish: "dsh",
  order: "ord",
  payment: "pay",
  refund: "rfd",
  event: "evt",
  message: "msg",
  department: "dep",
  alert: "alr",
  afterSale: "asl",
  picture: "pic",
  discount: "dsc",
  coupon: "cpn",
  posting: "pst",
  payout: "pyt",
  difference: "dif",
  table: "tbl",
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id<K extends IdKind> = Brand<string, K>;
export type CampusId = Id<"campus">;
export type AccountId = Id<"account">;
export type SessionId = Id<"session">;
export type ShopId = Id<"shop">;
export type DishId = Id<"dish">;
export type OrderId = Id<"order">;
export type PaymentId = Id<"payment">;
export type RefundId = Id<"refund">;
export type EventId = Id<"event">;
export type BuildingId = Id<"building">;
export type PlaceId = Id<"place">;
export type DepartmentId = Id<"department">;
export type AfterSaleId = Id<"afterSale">;
export type PictureId = Id<"picture">;
export type DiscountId = Id<"discount">;
export type CouponId = Id<"coupon">;
export type PostingId = Id<"posting">;
export type PayoutId = Id<"payout">;
export type DifferenceId = Id<"difference">;
export type TableId = Id<"table">;

/** Makes ids; injected, so that tests can be deterministic. */
export type Ids = { next<K extends IdKind>(kind: K): Id<K> };

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
const pattern = /^[0-9a-z]{20}$/;

/** True where `text` is a well-formed id of that kind (it says nothing about existence). */
export const isId = <K extends IdKind>(kind: K, text: string): text is Id<K> =>
  text.startsWith(`${idPrefixes[kind]}_`) && pattern.test(text.slice(idPrefixes[kind].length + 1));

/** Parses an id that comes from a trusted place (own database, own code); throws RangeError on any other text. */
export function toId<K extends IdKind>(kind: K, text: string): Id<K> {
  if (!isId(kind, text)) throw new RangeError(`not a ${kind} id: ${text}`);
  return text;
}

/**
 * Ids that sort by time of making: 9 characters of base-36 milliseconds (good until the year 5188), then 11 random
 * characters (57 bits), so that they cannot be guessed one from another.
 * @param now epoch milliseconds
 * @param random fills an array with random bytes (for example `crypto.getRandomValues`)
 */
export function createIds(now: () => number, random: (bytes: Uint8Array) => unknown): Ids {
  return {
    next(kind) {
      const bytes = new Uint8Array(22);
      random(bytes);
      let tail = "";
      // Two bytes a character keep the bias of the remainder below 0.06 %.
      for (let i = 0; i < 22; i += 2) tail += alphabet[(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)) % 36];
      return toId(kind, `${idPrefixes[kind]}_${now().toString(36).padStart(9, "0")}${tail}`);
    },
  };
}
