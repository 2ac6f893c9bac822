import { z } from "zod";
import { text } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** The step that is waited for is tried at once; its keys make repeating it harmless. */
export const retrySaga = operator
  .input(z.strictObject({ sagaId: text(1, 120) }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.sagas.retry(ctx.caller.campusId, input.sagaId)));
