import { z } from "zod";
import { amount, words } from "../../rpc/inputs.ts";
import { operator } from "../../rpc/procedures.ts";

/** A withdrawal from a payment platform to the bank, or the reverse; one reference is booked once. */
export const recordTransfer = operator
  .input(
    z.strictObject({
      channel: z.enum(["wechatPay", "alipay"]),
      direction: z.enum(["toBank", "toChannel"]),
      amountFen: amount.refine((fen) => fen > 0, "at least one fen"),
      reference: words(64).refine((text) => text !== "", "no reference"),
    }),
  )
  .mutation(({ ctx, input }) => ctx.app.ledger.recordTransfer(ctx.caller, input));
