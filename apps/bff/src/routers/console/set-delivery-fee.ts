import { z } from "zod";
import { amount, id, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

const metres = z.int().min(0).max(1_000_000);
const minuteOfDay = z.int().min(0).max(1_440);
const tariff = z.strictObject({
  baseFen: amount,
  distance: z
    .strictObject({ freeMetres: metres, stepMetres: metres, stepFen: amount, capFen: amount })
    .nullable(),
  surcharges: z
    .array(
      z.strictObject({
        minutes: z.strictObject({ from: minuteOfDay, until: minuteOfDay }),
        feeFen: amount,
        name: z.strictObject({ zh: words(20), en: words(40) }),
      }),
    )
    .max(10),
});

/** Riders are the campus's matter, and so is what delivery costs; a tariff takes the flat fee's place. */
export const setDeliveryFee = operator
  .input(
    z.strictObject({
      shopId: id("shop"),
      version: z.int().min(0),
      deliveryFeeFen: amount,
      deliveryTariff: tariff.nullable(),
    }),
  )
  .mutation(async ({ ctx, input: { shopId, version, ...change } }) => {
    const by = { ...ctx.caller, shopIds: [shopId] };
    return unwrap(await ctx.app.menuEditing.changeShop(by, { shopId, version, change }));
  });
