import { signedIn } from "../../rpc/procedures.ts";

/** What people are told before they tap: whether payments at a platform are paused, and since when (epoch ms). */
export const status = signedIn.query(({ ctx }) =>
  ctx.app.payments
    .health()
    .map(({ channel, state, since }) => ({ channel, paused: state !== "closed", since })),
);
