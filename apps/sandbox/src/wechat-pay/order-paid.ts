import type { World } from "../world.ts";
import { type Problem, problem } from "./problem.ts";

/** "Already paid": a code of its own, or the old number in Request-ID with a general code (wechat.md 7, 9). */
export function paidProblem(world: World, message: string): Problem {
  return world.state.faults.wechatOrderPaid === "ORDER_PAID"
    ? problem(400, "ORDER_PAID", message)
    : { ...problem(400, "INVALID_REQUEST", message), numeric: "268449538" };
}
