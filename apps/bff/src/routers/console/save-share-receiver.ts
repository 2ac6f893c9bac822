import { z } from "zod";
import { id, text, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

const to = z.discriminatedUnion("channel", [
  z.strictObject({
    channel: z.literal("wechatPay"),
    kind: z.literal("merchant"),
    account: z.string().regex(/^\d{8,12}$/),
  }),
  z.strictObject({
    channel: z.literal("alipay"),
    kind: z.enum(["userId", "loginName"]),
    account: text(4, 100),
  }),
]);

export const saveShareReceiver = operator
  .input(
    z.strictObject({
      shopId: id("shop"),
      party: z.enum(["merchant", "rider"]),
      to,
      name: words(60),
      active: z.boolean(),
    }),
  )
  .mutation(async ({ ctx, input: { to, ...receiver } }) =>
    unwrap(await ctx.app.sharing.saveShareReceiver(ctx.caller, { ...receiver, ...to })),
  );
