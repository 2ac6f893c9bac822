import { operator } from "../../rpc/procedures.ts";

/** Does at once what the timer does at two in the morning; whoever has a pay-out of the period keeps it. */
export const preparePayouts = operator.mutation(({ ctx }) => ctx.app.ledger.preparePayouts(ctx.caller));
