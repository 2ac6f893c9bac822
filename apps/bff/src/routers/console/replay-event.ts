import { z } from "zod";
import { id, text } from "../../rpc/inputs.ts";
import { operator } from "../../rpc/procedures.ts";

export const replayEvent = operator
  .input(z.strictObject({ consumer: text(0, 80), eventId: id("event") }))
  .mutation(async ({ ctx, input }) => {
    return { replayed: await ctx.app.events.replay(ctx.caller.campusId, input) };
  });
