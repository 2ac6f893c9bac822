import { z } from "zod";
import { signedIn } from "../../rpc/procedures.ts";

export const list = signedIn
  .input(z.strictObject({ before: z.int().positive().nullable() }))
  .query(({ ctx, input }) => ctx.app.orders.list(ctx.caller, input));
