import { operator } from "../../rpc/procedures.ts";

export const health = operator.query(({ ctx }) => ctx.app.payments.health());
