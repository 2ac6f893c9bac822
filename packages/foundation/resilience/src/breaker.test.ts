import { minute, second } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Breaker, breakerWith, closedBreaker } from "./breaker.ts";

const start = 1_763_800_000_000;
const breakerRules = {
  ...{ windowMs: minute, minCalls: 20, failureShare: 0.05 },
  ...{ slowMs: 3 * second, restMs: 10 * second, goodProbes: 3 },
};
const { windowMs, minCalls, restMs, goodProbes } = breakerRules;
const { afterCall, figures, questionsOf } = breakerWith(breakerRules);
const call = (failed: boolean, probe = false) => ({ failed, probe });

/** `calls` that end at one moment, of which `failures` failed. */
function run(breaker: Breaker, calls: number, failures: number, now: number): Breaker {
  let after = breaker;
  for (let i = 0; i < calls; i += 1) after = afterCall(after, call(i >= calls - failures), now);
  return after;
}
const opened = (now = start) => run(closedBreaker, minCalls, minCalls, now);

describe("a breaker", () => {
  it("opens above five per cent, not at it, and not below the minimum volume", () => {
    expect(run(closedBreaker, 40, 2, start).state).toBe("closed");
    expect(run(closedBreaker, 40, 3, start).state).toBe("open");
    expect(run(closedBreaker, minCalls - 1, minCalls - 1, start).state).toBe("closed");
  });

  it("forgets what lies before its window", () => {
    const bad = run(closedBreaker, minCalls - 1, minCalls - 1, start);
    expect(run(bad, 19, 0, start + windowMs + 1_000).state).toBe("closed");
    expect(figures(bad, start + windowMs + 1_000)).toEqual({ calls: 0, failureRate: 0 });
  });

  it("rests, then probes, and closes after some answers in a row", () => {
    let breaker = opened();
    expect(questionsOf(breaker, start + restMs - 1)).toBe("none");
    expect(questionsOf(breaker, start + restMs)).toBe("probe");
    for (let i = 1; i < goodProbes; i += 1) {
      breaker = afterCall(breaker, call(false, true), start + restMs);
      expect(breaker.state).toBe("halfOpen");
      expect(questionsOf(breaker, start + restMs)).toBe("probe");
    }
    breaker = afterCall(breaker, call(false, true), start + restMs);
    expect(breaker).toEqual(closedBreaker);
  });

  it("rests again after a failed probe, and counts its answers anew", () => {
    let breaker = afterCall(opened(), call(false, true), start + restMs);
    breaker = afterCall(breaker, call(true, true), start + restMs);
    expect(breaker).toMatchObject({ state: "open", goodProbes: 0 });
    expect(questionsOf(breaker, start + restMs + 1)).toBe("none");
  });

  it("is not moved by calls that began before it opened", () => {
    const breaker = opened();
    for (const failed of [true, false])
      expect(afterCall(breaker, call(failed), start + 1)).toMatchObject({
        state: "open",
        probeAt: breaker.probeAt,
      });
  });

  it("keeps at most one figure a second, whatever happens, and is open only for a reason", () => {
    const step = fc.record({ failed: fc.boolean(), probe: fc.boolean(), wait: fc.nat(4_000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        let now = start;
        let breaker = closedBreaker;
        for (const { failed, probe, wait } of steps) {
          now += wait;
          const before = breaker;
          breaker = afterCall(before, call(failed, probe), now);
          expect(breaker.ended.length).toBeLessThanOrEqual(windowMs / 1_000 + 1);
          if (before.state === "closed" && breaker.state === "open")
            expect(figures(breaker, now).failureRate).toBeGreaterThan(breakerRules.failureShare);
          if (before.state !== "closed" && breaker.state === "closed")
            expect([failed, probe]).toEqual([false, true]);
        }
      }),
    );
  });
});
