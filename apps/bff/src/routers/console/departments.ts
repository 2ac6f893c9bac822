import { operator } from "../../rpc/procedures.ts";

export const departments = operator.query(({ ctx }) => ctx.app.care.departments(ctx.caller.campusId));
