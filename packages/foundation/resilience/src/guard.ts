import { type Breaker, type BreakerRules, breakerWith, closedBreaker } from "./breaker.ts";

/** How one other system does, as this process sees it. */
export type GuardHealth = {
  readonly name: string;
  /** `halfOpen`: its rest is over, and the next call shows how the other side does. */
  readonly state: Breaker["state"];
  /** Epoch ms: since when calls are let through, or are not. */
  readonly since: number;
  /** Calls of the last window, and the part of them that failed (0 to 1). */
  readonly calls: number;
  readonly failureRate: number;
  /** Epoch ms of the earliest next probe; null while it is closed. */
  readonly probeAt: number | null;
};

/** Thrown by `run` instead of calling: nothing was asked. */
export class Resting extends Error {
  /** At least so long until a call may be made. */
  readonly forMs: number;
  constructor(name: string, forMs: number) {
    super(`${name} is given a rest`);
    this.forMs = forMs;
  }
}

/** Which calls may be made now: as many as come, one that shows how the other side does, or none for `forMs` at least. */
export type Turn =
  | { readonly may: "all" | "one" }
  /** 0: as soon as the one call that is being tried has ended. */
  | { readonly may: "none"; readonly forMs: number };

export type Guard = {
  readonly name: string;
  /** Whether a call would be made now: always while it is closed, one at a time once its rest is over. */
  admits(): boolean;
  turn(): Turn;
  /**
   * Makes the call and counts how it ended: failed when it throws, when `failed` says so of its answer, or as soon as it takes
   * longer than `slowMs`; its answer is taken all the same. Throws {@link Resting} where no call may be made.
   */
  run<T>(call: () => Promise<T>, failed?: (answer: T) => boolean): Promise<T>;
  health(): GuardHealth;
};

export type GuardOptions = {
  readonly name: string;
  readonly rules: BreakerRules;
  /** For people: since when. */
  readonly clock: { now(): number };
  /** Milliseconds of a clock that only runs forward: the window and the rest go by it. */
  readonly stopwatch: () => number;
  /** It opened, closed, or answers its probes. */
  readonly onChange?: (health: GuardHealth) => void;
};

/** So long a call waits for a probe that is under way. */
const behindProbeMs = 200;

/** A breaker with the calls that pass it. Its memory is this process's, fed by its own calls only. */
export function createGuard({ name, rules, clock, stopwatch, onChange }: GuardOptions): Guard {
  const { figures, afterCall, questionsOf } = breakerWith(rules);
  let breaker = closedBreaker;
  let since = clock.now();
  let probing = false;

  const questions = () => questionsOf(breaker, stopwatch());
  /** Whole milliseconds: a stopwatch may count parts of them, what is written down does not. */
  const restMs = () => Math.ceil(Math.max(breaker.probeAt - stopwatch(), 0));
  const turn = (): Turn => {
    if (questions() === "all") return { may: "all" };
    return questions() === "probe" && !probing ? { may: "one" } : { may: "none", forMs: restMs() };
  };
  const admits = () => turn().may !== "none";
  const health = (): GuardHealth => ({
    ...{ name, state: questions() === "probe" ? "halfOpen" : breaker.state, since },
    ...figures(breaker, stopwatch()),
    probeAt: breaker.state === "closed" ? null : clock.now() + restMs(),
  });

  function count(failed: boolean, probe: boolean): void {
    const before = breaker;
    breaker = afterCall(before, { failed, probe }, stopwatch());
    if (probe) probing = false;
    if ((before.state === "closed") !== (breaker.state === "closed")) since = clock.now();
    if (before.state !== breaker.state) onChange?.(health());
  }

  async function run<T>(call: () => Promise<T>, failedBy: (answer: T) => boolean = () => false): Promise<T> {
    if (!admits()) throw new Resting(name, restMs() || behindProbeMs);
    const probe = breaker.state !== "closed";
    probing = probe;
    let counted = false;
    const countOnce = (failed: boolean) => {
      if (!counted) count(failed, probe);
      counted = true;
    };
    const begun = stopwatch();
    // One that never ends must count as well, and must not hold the place of the next probe.
    const patience = setTimeout(() => countOnce(true), rules.slowMs);
    try {
      const answer = await call();
      countOnce(failedBy(answer) || stopwatch() - begun > rules.slowMs);
      return answer;
    } catch (error) {
      countOnce(true);
      throw error;
    } finally {
      clearTimeout(patience);
    }
  }

  return { name, admits, turn, run, health };
}
