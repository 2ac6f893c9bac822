import { merchant } from "../../rpc/procedures.ts";

export const board = merchant.query(({ ctx }) => ctx.app.orders.kitchenBoard(ctx.caller));
