import { err, ok } from "@sanqi/kernel";
import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { anyone, unwrap } from "../../rpc/procedures.ts";

export const info = anyone.input(z.strictObject({ campusId: id("campus") })).query(async ({ ctx, input }) => {
  const campus = await ctx.app.campus.campus(input.campusId);
  return unwrap(campus ? ok(campus) : err({ kind: "campusNotFound" }));
});
