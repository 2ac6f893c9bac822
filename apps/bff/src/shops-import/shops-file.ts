import { allergens, dishLabels, handovers } from "@sanqi/catalog";
import { type Fen, fen, parseYuan } from "@sanqi/kernel";
import { z } from "zod";
import { words } from "../rpc/inputs.ts";

/** Yuan as people write them: 12, 12.5 or "12.50". */
const yuan = z.union([z.string(), z.number()]).transform((given, ctx): Fen => {
  const amount = parseYuan(String(given));
  if (amount !== undefined && amount >= 0) return amount;
  ctx.addIssue({ code: "custom", message: "价格写成 12.50 这样 / write yuan like 12.50" });
  return fen(0);
});
const key = z
  .string()
  .regex(
    /^[0-9a-z][0-9a-z-]{0,39}$/,
    "用小写字母、数字和连字符，最多 40 个 / lower-case letters, digits and hyphens, at most 40",
  );
/** Carts write "group:choice" in 40 characters. */
const optionKey = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,19}$/, "最多 19 个字母、数字、- 或 _ / at most 19 letters, digits, - or _");
const said = (max: number) => words(max).default("");
const count = z.int().min(0);

const clock = z.string().regex(/^\d\d:\d\d$/, "时间写成 08:30 这样 / write times like 08:30");
const span = z.strictObject({ open: clock, close: clock });
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

const tariff = z.strictObject({
  base: yuan,
  distance: z
    .strictObject({ freeMetres: count, stepMetres: count, step: yuan, cap: yuan })
    .nullable()
    .default(null),
  surcharges: z
    .array(z.strictObject({ from: clock, until: clock, fee: yuan, name: words(20), nameEn: said(40) }))
    .default([]),
});

const group = z.strictObject({
  key: optionKey,
  name: words(40),
  nameEn: said(60),
  min: count,
  max: count,
  choices: z.array(
    z.strictObject({
      key: optionKey,
      name: words(40),
      nameEn: said(60),
      price: yuan.default(fen(0)),
      dailyStock: count.nullable().default(null),
    }),
  ),
});

const dish = z.strictObject({
  key,
  name: words(40),
  nameEn: said(80),
  description: said(200),
  descriptionEn: said(300),
  category: words(20),
  categoryEn: said(40),
  price: yuan,
  dailyStock: count,
  labels: z.array(z.enum(dishLabels)).default([]),
  allergens: z.array(z.enum(allergens)).default([]),
  options: z.array(group).default([]),
});

const shop = z.strictObject({
  key,
  name: words(40),
  nameEn: said(80),
  category: words(20),
  categoryEn: said(40),
  notice: said(200),
  noticeEn: said(300),
  promotion: said(60),
  promotionEn: said(100),
  halal: z.boolean().default(false),
  /** A building of the campus by its name; the shop stands there unless it has a point of its own. */
  building: words(80),
  /** Longitude and latitude, WGS-84. */
  point: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
  hours: z.array(span.extend({ weekdays: z.array(weekday).optional() })),
  exceptions: z
    .array(z.strictObject({ day: z.string(), hours: z.array(span), reason: said(60), reasonEn: said(100) }))
    .default([]),
  handovers: z.array(z.enum(handovers)).default(["delivery"]),
  slots: z
    .strictObject({ lengthMinutes: count, capacity: count, leadMinutes: count, daysAhead: count })
    .nullable()
    .default(null),
  minOrder: yuan,
  packing: yuan,
  deliveryFee: yuan,
  deliveryTariff: tariff.nullable().default(null),
  prepMinutes: count,
  dishes: z.array(dish),
});

/** A file of `npm run shops:import`; docs/import-shops.md tells it to people. */
export const shopsFile = z.strictObject({ $schema: z.string().optional(), shops: z.array(shop).min(1) });
export type ShopEntry = z.output<typeof shop>;
export type DishEntry = z.output<typeof dish>;

/** The same as a JSON schema, for editors; docs/import-shops.schema.json. */
export const shopsSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(shopsFile, { io: "input", unrepresentable: "any" }), null, 2)}\n`;
