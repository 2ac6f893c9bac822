import { bearers, handovers } from "@sanqi/orders";
import { z } from "zod";
import { amount, id, text, words } from "./inputs.ts";

/** Epoch ms. */
const moment = z.int().min(0);
const something = amount.refine((fen) => fen > 0, "nothing off");

const steps = z
  .array(
    z
      .strictObject({ fromFen: amount, offFen: something })
      .refine((step) => step.offFen <= step.fromFen, "more off than there is to pay"),
  )
  .min(1)
  .max(10);

const offer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("threshold"), steps }),
  z.strictObject({
    kind: z.literal("percentage"),
    fromFen: amount,
    percentOff: z.int().min(1).max(100),
    capFen: something.nullable(),
  }),
  z.strictObject({
    kind: z.literal("perItem"),
    dishIds: z.array(id("dish")).min(1).max(100),
    price: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("special"), priceFen: amount }),
      z.strictObject({ kind: z.literal("off"), offFen: something }),
    ]),
    maxPortions: z.int().min(1).max(60),
  }),
  z.strictObject({ kind: z.literal("newCustomer"), fromFen: amount, offFen: something }),
  z.strictObject({ kind: z.literal("deliveryFee"), fromFen: amount, offFen: something.nullable() }),
]);

const minutes = z
  .strictObject({ from: z.int().min(0).max(1_439), until: z.int().min(0).max(1_440) })
  .refine(({ from, until }) => from !== until, "an empty window");

const when = z
  .strictObject({
    from: moment.nullable(),
    until: moment.nullable(),
    weekdays: z.array(z.int().min(1).max(7)).max(7),
    minutes: minutes.nullable(),
    handovers: z.array(z.enum(handovers)).max(handovers.length),
  })
  .refine(({ from, until }) => from === null || until === null || from < until, "ends before it begins");

const name = words(30).refine((written) => written.length > 0, "no name");

/** A discount rule as the console and a shop's desk write it; an id changes a rule, none makes a new one. */
export const offerDraft = z.strictObject({
  discountId: id("discount").nullable(),
  name: z.strictObject({ zh: name, en: name }),
  shopId: id("shop").nullable(),
  bearer: z.enum(bearers),
  offer,
  when,
  needsCoupon: z.boolean(),
  order: z.int().min(0).max(1_000),
  excludes: text(1, 30).nullable(),
  combines: z.enum(["combinable", "alone"]),
});
