import { signedIn } from "../../rpc/procedures.ts";

export const coupons = signedIn.query(({ ctx }) => ctx.app.offers.myCoupons(ctx.caller));
