/**
 * Gives another system a rest when its calls fail, so that nobody waits for it in vain and it can get up again.
 *
 * const redis = createGuard({ name: "redis", rules, clock, stopwatch: () => performance.now(), onChange: report });
 * const cached = await redis.run(() => client.get(key)).catch(() => null); // null at once while it is given a rest
 */
export { type Breaker, type BreakerRules, breakerWith, type Call, closedBreaker } from "./breaker.ts";
export { createGuard, type Guard, type GuardHealth, type GuardOptions, Resting, type Turn } from "./guard.ts";
export { dieAtVariable, reach, type StepBoundary, stepBoundaries } from "./step-boundary.ts";
