import { operator } from "../../rpc/procedures.ts";

export const me = operator.query(({ ctx }) => ({ session: ctx.session }));
