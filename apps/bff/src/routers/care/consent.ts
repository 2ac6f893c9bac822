import { signedIn } from "../../rpc/procedures.ts";

export const consent = signedIn.query(({ ctx }) =>
  ctx.app.care.consent(ctx.caller.campusId, ctx.caller.accountId),
);
