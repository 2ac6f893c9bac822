import { allergens, dishLabels, handovers } from "@sanqi/catalog";
import { z } from "zod";
import { amount, id, text, words } from "../../rpc/inputs.ts";

/** Counts within the limits that the catalog explains in words; these bounds only keep nonsense out. */
const count = z.int().min(0).max(1_000_000);
const key = text(1, 30).nullable();

const choice = z.strictObject({
  key,
  name: words(40),
  nameEn: words(60),
  priceFen: amount,
  dailyStock: count.nullable(),
});

/** A dish as its kitchen writes it; new groups and choices have the key null. */
export const dishDraft = z.strictObject({
  name: words(40),
  nameEn: words(80),
  description: words(200),
  descriptionEn: words(300),
  category: words(20),
  categoryEn: words(40),
  priceFen: amount,
  pictureId: id("picture").nullable(),
  labels: z.array(z.enum(dishLabels)).max(dishLabels.length).readonly(),
  allergens: z.array(z.enum(allergens)).max(allergens.length).readonly(),
  dailyStock: count,
  options: z
    .array(
      z.strictObject({
        key,
        name: words(40),
        nameEn: words(60),
        min: count,
        max: count,
        choices: z.array(choice).max(100).readonly(),
      }),
    )
    .max(50)
    .readonly(),
});

const clock = text(0, 10);
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
const span = z.strictObject({ open: clock, close: clock });

export const hours = z
  .array(span.extend({ weekdays: z.array(weekday).max(7).readonly().optional() }))
  .max(50)
  .readonly()
  // Without the key where every day is meant: that is how spans are kept.
  .transform((spans) => spans.map(({ weekdays, ...times }) => (weekdays ? { ...times, weekdays } : times)));

export const exceptions = z
  .array(
    z.strictObject({
      day: text(0, 10),
      hours: z.array(span).max(10).readonly(),
      reason: words(60),
      reasonEn: words(100),
    }),
  )
  .max(400)
  .readonly();

export const slots = z
  .strictObject({ lengthMinutes: count, capacity: count, leadMinutes: count, daysAhead: count })
  .nullable();

/** What a kitchen tells about itself; what is not given stays. */
export const shopChange = z
  .strictObject({
    category: words(20),
    categoryEn: words(40),
    notice: words(200),
    noticeEn: words(300),
    promotion: words(60),
    promotionEn: words(100),
    minOrderFen: amount,
    packingFen: amount,
    prepMinutes: count,
    handovers: z.array(z.enum(handovers)).max(handovers.length).readonly(),
    slots,
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "nothing to change");

export const version = z.int().min(0);
