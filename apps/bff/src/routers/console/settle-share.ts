import { shareOutcomes } from "@sanqi/payments";
import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** For a share that hangs: what the operator has seen of it at the platform, so that refunds and pay-outs go on. */
export const settleShare = operator
  .input(
    z.strictObject({
      paymentId: id("payment"),
      outcome: z.enum(shareOutcomes),
      words: words(300).refine((text) => text !== "", "a reason is needed"),
    }),
  )
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.sharing.settleShare(ctx.caller, input)));
