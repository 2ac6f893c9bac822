import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn } from "../../rpc/procedures.ts";

export const setProfile = signedIn
  .input(z.strictObject({ placeId: id("place").nullable(), language: z.enum(["zh", "en"]) }))
  .mutation(({ ctx, input }) => ctx.app.identity.setProfile(ctx.session, input));
