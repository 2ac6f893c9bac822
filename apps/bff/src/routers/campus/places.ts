import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { anyone } from "../../rpc/procedures.ts";

export const places = anyone
  .input(z.strictObject({ campusId: id("campus") }))
  .query(({ ctx, input }) => ctx.app.campus.places(input.campusId));
