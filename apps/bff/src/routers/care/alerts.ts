import { counselor } from "../../rpc/procedures.ts";

export const alerts = counselor.query(({ ctx }) => ctx.app.care.alerts(ctx.caller));
