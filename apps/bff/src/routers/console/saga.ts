import { z } from "zod";
import { text } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** One saga with its steps, what undoes each, what was told of it and who has handled that. */
export const saga = operator
  .input(z.strictObject({ sagaId: text(1, 120) }))
  .query(async ({ ctx, input }) => unwrap(await ctx.app.sagas.detail(ctx.caller.campusId, input.sagaId)));
