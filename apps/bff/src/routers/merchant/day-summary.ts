import { z } from "zod";
import { chinaDayText } from "../../rpc/inputs.ts";
import { merchant } from "../../rpc/procedures.ts";

export const daySummary = merchant
  .input(z.strictObject({ day: chinaDayText }))
  .query(({ ctx, input }) => ctx.app.orders.daySummary(ctx.caller, input.day));
