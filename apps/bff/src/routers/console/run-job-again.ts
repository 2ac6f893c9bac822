import { z } from "zod";
import { operator } from "../../rpc/procedures.ts";

/** The job is tried again at once, with all its tries; false where it is gone or runs. */
export const runJobAgain = operator
  .input(z.strictObject({ id: z.int().min(1) }))
  .mutation(async ({ ctx, input }) => ({ moved: await ctx.app.jobs.rerun(input.id) }));
