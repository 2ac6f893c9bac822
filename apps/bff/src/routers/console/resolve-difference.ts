import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** `run` carries out the proposed fix where that is safe; the others close the case with a reason. */
export const resolveDifference = operator
  .input(
    z.discriminatedUnion("as", [
      z.strictObject({ differenceId: id("difference"), as: z.literal("run") }),
      z.strictObject({
        differenceId: id("difference"),
        as: z.enum(["accept", "explain", "fix"]),
        reason: words(300).refine((text) => text.length > 0, "a reason is needed"),
      }),
    ]),
  )
  .mutation(async ({ ctx, input }) => {
    const { campusId } = ctx.caller;
    const { reconciliation } = ctx.app;
    return unwrap(
      input.as === "run"
        ? await reconciliation.runFix({ campusId, differenceId: input.differenceId, by: ctx.caller })
        : await reconciliation.close({ campusId, ...input, by: ctx.caller }),
    );
  });
