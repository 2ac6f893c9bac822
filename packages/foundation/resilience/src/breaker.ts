import { second } from "@sanqi/kernel";

/** When the calls to one other system are given a rest. */
export type BreakerRules = {
  /** Calls are judged over so long. */
  readonly windowMs: number;
  /** Fewer calls within the window say nothing: one lost answer would be a large share of them. */
  readonly minCalls: number;
  /** Above this share of failed calls (0 to 1) it opens. */
  readonly failureShare: number;
  /** Slower than this counts as failed. */
  readonly slowMs: number;
  /** From opening, or from a failed probe, to the next probe. */
  readonly restMs: number;
  /** As many answered probes in a row close it. */
  readonly goodProbes: number;
};

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

/** The decisions of a breaker with these rules; `now` is always of a clock that only runs forward. */
export function breakerWith(rules: BreakerRules) {
  /** Calls in the window that ends now, and the part of them that failed (0 to 1). */
  function figures(breaker: Breaker, now: number): { calls: number; failureRate: number } {
    const inWindow = breaker.ended.filter(({ at }) => at > now - rules.windowMs);
    const calls = inWindow.reduce((sum, second) => sum + second.calls, 0);
    const failures = inWindow.reduce((sum, second) => sum + second.failures, 0);
    return { calls, failureRate: calls === 0 ? 0 : failures / calls };
  }

  function counted({ ended }: Breaker, { failed }: Call, now: number): Breaker["ended"] {
    const at = Math.floor(now / second) * second;
    const kept = ended.filter((one) => one.at > now - rules.windowMs);
    const known = kept.find((one) => one.at === at) ?? { at, calls: 0, failures: 0 };
    const more = { at, calls: known.calls + 1, failures: known.failures + (failed ? 1 : 0) };
    return [...kept.filter((one) => one.at !== at), more];
  }

  /** Takes over how one call ended. Only probes move a breaker that is not closed: other answers are of calls begun before. */
  function afterCall(before: Breaker, call: Call, now: number): Breaker {
    const breaker = { ...before, ended: counted(before, call, now) };
    if (breaker.state === "closed") {
      const { calls, failureRate } = figures(breaker, now);
      const opens = calls >= rules.minCalls && failureRate > rules.failureShare;
      return opens ? { ...breaker, state: "open", probeAt: now + rules.restMs } : breaker;
    }
    if (!call.probe) return breaker;
    if (call.failed) return { ...breaker, state: "open", goodProbes: 0, probeAt: now + rules.restMs };
    const goodProbes = breaker.goodProbes + 1;
    // What failed before the rest says nothing about now: the window begins anew.
    return goodProbes >= rules.goodProbes ? closedBreaker : { ...breaker, state: "halfOpen", goodProbes };
  }

  /** What may be asked now: everything, one probe, or nothing. */
  const questionsOf = (breaker: Breaker, now: number): "all" | "probe" | "none" =>
    breaker.state === "closed" ? "all" : now >= breaker.probeAt ? "probe" : "none";

  return { figures, afterCall, questionsOf };
}
