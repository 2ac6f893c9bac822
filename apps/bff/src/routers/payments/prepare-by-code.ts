import { err } from "@sanqi/kernel";
import { z } from "zod";
import { idempotencyKey, text } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const prepareByCode = signedIn
  .input(z.strictObject({ code: text(1, 20), key: idempotencyKey }))
  .mutation(async ({ ctx, input }) => {
    const { app, session, traceId } = ctx;
    if (session.host === "console") return unwrap<never>(err({ kind: "notAllowed" }));
    const payer = await app.identity.subjectOn(session.campusId, session.accountId, session.host);
    const { campusId, accountId, host } = session;
    return unwrap(await app.payments.prepareByCode({ campusId, accountId, host, payer, traceId, ...input }));
  });
