import { operator } from "../../rpc/procedures.ts";

export const shops = operator.query(({ ctx }) => ctx.app.catalog.allShops(ctx.caller.campusId));
