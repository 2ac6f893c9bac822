import { roles } from "@sanqi/identity";
import { z } from "zod";
import { words } from "../../rpc/inputs.ts";
import { operator } from "../../rpc/procedures.ts";

export const people = operator
  .input(z.strictObject({ text: words(40), role: z.enum(roles).nullable(), limit: z.int().min(1).max(500) }))
  .query(({ ctx, input }) => ctx.app.identity.people(ctx.caller.campusId, input));
