import { type Fen, fen, hosts, type Id, type IdKind, isId } from "@sanqi/kernel";
import { afterSaleReasons, handovers } from "@sanqi/orders";
import { z } from "zod";

/** An id of one kind, parsed and branded. */
export const id = <K extends IdKind>(kind: K) =>
  z
    .string()
    .max(40)
    .refine((s) => isId(kind, s), `not a ${kind} id`)
    .transform((s) => s as Id<K>);

/** Whole fen, never negative, at most 1,000,000 yuan. */
export const amount = z
  .int()
  .min(0)
  .max(100_000_000)
  .transform((n): Fen => fen(n));

/** Made by the client once per intent; repeated with each retry of the same intent. */
export const idempotencyKey = z.string().regex(/^[0-9A-Za-z_-]{16,64}$/);

export const host = z.enum(hosts);
export const chinaMobile = z.string().regex(/^1[3-9]\d{9}$/);
/**
 * Text that a machine made (a code, a name of something). PostgreSQL stores neither the character 0 nor half a surrogate
 * pair, and no honest client sends them: without this, they would end as a fault of ours.
 */
export const text = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine((s) => s.isWellFormed() && !s.includes("\u0000"), "not storable");

/** Words written by people: no control characters, trimmed, bounded. */
export const words = (max: number) =>
  text(0, max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
    .refine((s) => !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(s), "control characters")
    .transform((s) => s.trim());

/** A choice of a dish as carts write it: "size:large". */
export const choiceName = z.string().regex(/^[0-9A-Za-z_-]{1,30}:[0-9A-Za-z_-]{1,30}$/);

export const cartLines = z
  .array(
    z.strictObject({
      dishId: id("dish"),
      quantity: z.int().min(1).max(50),
      choices: z.array(text(0, 40)).max(20),
      seenFen: amount.optional(),
    }),
  )
  .min(1)
  .max(40)
  // A table of friends, not a wedding: more is an order by phone, and would empty the shelves for others.
  .refine((lines) => lines.reduce((sum, line) => sum + line.quantity, 0) <= 60, "too many portions");
/** Apps of the first release know delivery only, and name nothing but the place. */
export const cart = z.strictObject({
  shopId: id("shop"),
  handover: z.enum(handovers).default("delivery"),
  placeId: id("place").nullable().default(null),
  tableId: id("table").nullable().default(null),
  slotFrom: z.int().min(0).nullable().default(null),
  couponIds: z.array(id("coupon")).max(5).default([]),
  lines: cartLines,
});

/** Where the next page of reviews begins, as the last page said it. */
export const reviewsBefore = z.uuid().nullable().default(null);
export const chinaDayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What a complaint says; items are lines of the order by number. */
export const complaint = z.strictObject({
  orderId: id("order"),
  reason: z.enum(afterSaleReasons),
  words: words(300),
  items: z.array(z.strictObject({ line: z.int().min(0).max(39), quantity: z.int().min(1).max(50) })).max(40),
  pictureIds: z.array(id("picture")).max(3).default([]),
});
