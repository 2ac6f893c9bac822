import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

/** The table whose code was scanned, with its shop. */
export const table = signedIn
  .input(z.strictObject({ tableId: id("table") }))
  .query(async ({ ctx, input }) => unwrap(await ctx.app.catalog.tableOf(ctx.caller.campusId, input.tableId)));
