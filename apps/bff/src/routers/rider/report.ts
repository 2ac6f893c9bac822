import { z } from "zod";
import { rider } from "../../rpc/procedures.ts";

export const report = rider
  .input(
    z.strictObject({
      positions: z
        .array(
          z.strictObject({
            lon: z.number().min(-180).max(180),
            lat: z.number().min(-90).max(90),
            at: z.int().positive(),
          }),
        )
        .min(1)
        .max(60),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const positions = input.positions.map(({ lon, lat, at }) => ({ point: [lon, lat] as const, at }));
    return ctx.app.delivery.report({
      campusId: ctx.caller.campusId,
      riderId: ctx.caller.accountId,
      positions,
    });
  });
