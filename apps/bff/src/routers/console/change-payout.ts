import { payoutCommands } from "@sanqi/ledger";
import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** `send`: the bank was told; `pay` and `fail`: the bank has answered; `renew` after a failure; `cancel`: not this time. */
export const changePayout = operator
  .input(z.strictObject({ payoutId: id("payout"), command: z.enum(payoutCommands), note: words(100) }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.ledger.changePayout(ctx.caller, input)));
