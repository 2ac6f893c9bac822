import { rider } from "../../rpc/procedures.ts";

export const board = rider.query(({ ctx }) => ctx.app.orders.riderBoard(ctx.caller));
