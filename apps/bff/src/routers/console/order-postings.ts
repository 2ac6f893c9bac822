import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { payeeNames } from "../../rpc/payees.ts";
import { operator } from "../../rpc/procedures.ts";

/** What the books hold of one order, with the names of shop and rider. */
export const orderPostings = operator
  .input(z.strictObject({ orderId: id("order") }))
  .query(async ({ ctx, input }) => {
    const { campusId } = ctx.caller;
    const [postings, name] = await Promise.all([
      ctx.app.ledger.orderPostings(campusId, input.orderId),
      payeeNames(ctx.app, campusId),
    ]);
    return postings.map(({ entries, ...posting }) => ({
      ...posting,
      entries: entries.map((entry) => ({ ...entry, owner: name(entry.account) })),
    }));
  });
