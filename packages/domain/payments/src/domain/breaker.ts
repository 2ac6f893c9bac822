import { minute, second } from "@sanqi/kernel";

/**
 * When the calls to one platform are given a rest. Twenty calls in a minute are a lunch hour's least: below that, one lost
 * answer would be five per cent. The share is the one at which people begin to see failures in a row.
 */
export const breakerRules = {
  windowMs: minute,
  minCalls: 20,
  failureShare: 0.05,
  /** Slower than this counts as failed: nobody waits longer in front of a cashier. */
  slowMs: 3 * second,
  /** From opening, or from a failed probe, to the next probe. */
  restMs: 10 * second,
  /** As many answered probes in a row close it. */
  goodProbes: 3,
} as const;

/**
 * `open`: nobody calls. `halfOpen`: only probes do, and their answers decide. Its times are those of a clock that only runs
 * forward: a wall clock that is set back must not prolong a rest.
 */
export type Breaker = {
  readonly state: "closed" | "open" | "halfOpen";
  readonly probeAt: number;
  readonly goodProbes: number;
  /** Calls by the second in which they ended, within the window. */
  readonly ended: readonly { readonly at: number; readonly calls: number; readonly failures: number }[];
};
export type Call = { readonly failed: boolean; readonly probe: boolean };

export const closedBreaker: Breaker = { state: "closed", probeAt: 0, goodProbes: 0, ended: [] };

/** Calls in the window that ends now, and the part of them that failed (0 to 1). */
export function figures(breaker: Breaker, now: number): { calls: number; failureRate: number } {
  const inWindow = breaker.ended.filter(({ at }) => at > now - breakerRules.windowMs);
  const calls = inWindow.reduce((sum, second) => sum + second.calls, 0);
  const failures = inWindow.reduce((sum, second) => sum + second.failures, 0);
  return { calls, failureRate: calls === 0 ? 0 : failures / calls };
}

/** Takes over how one call ended. Only probes move a breaker that is not closed: other answers are of calls begun before. */
export function afterCall(before: Breaker, call: Call, now: number): Breaker {
  const breaker = { ...before, ended: counted(before, call, now) };
  if (breaker.state === "closed") {
    const { calls, failureRate } = figures(breaker, now);
    const opens = calls >= breakerRules.minCalls && failureRate > breakerRules.failureShare;
    return opens ? { ...breaker, state: "open", probeAt: now + breakerRules.restMs } : breaker;
  }
  if (!call.probe) return breaker;
  if (call.failed) return { ...breaker, state: "open", goodProbes: 0, probeAt: now + breakerRules.restMs };
  const goodProbes = breaker.goodProbes + 1;
  // What failed before the rest says nothing about now: the window begins anew.
  return goodProbes >= breakerRules.goodProbes
    ? closedBreaker
    : { ...breaker, state: "halfOpen", goodProbes };
}

/** What the timer may ask this platform now: everything that is due, one probe, or nothing. */
export const questionsOf = (breaker: Breaker, now: number): "all" | "probe" | "none" =>
  breaker.state === "closed" ? "all" : now >= breaker.probeAt ? "probe" : "none";

function counted({ ended }: Breaker, { failed }: Call, now: number): Breaker["ended"] {
  const at = Math.floor(now / second) * second;
  const kept = ended.filter((one) => one.at > now - breakerRules.windowMs);
  const known = kept.find((one) => one.at === at) ?? { at, calls: 0, failures: 0 };
  const more = { at, calls: known.calls + 1, failures: known.failures + (failed ? 1 : 0) };
  return [...kept.filter((one) => one.at !== at), more];
}
