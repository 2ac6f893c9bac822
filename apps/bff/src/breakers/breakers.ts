import { type BreakerRules, createGuard, type Guard, type GuardHealth } from "@sanqi/resilience";
import type { BreakerName } from "./breaker-names.ts";

export type Breakers = {
  guard(name: BreakerName, rules: BreakerRules): Guard;
  /** Breakers that somebody else keeps. */
  add(health: () => readonly GuardHealth[]): void;
  /** How all breakers of this process stand. */
  health(): GuardHealth[];
};

/** Knows every breaker of this process. */
export function createBreakers(outside: {
  readonly clock: { now(): number };
  readonly stopwatch: () => number;
  readonly onChange: (health: GuardHealth) => void;
}): Breakers {
  const sources: (() => readonly GuardHealth[])[] = [];
  return {
    guard(name, rules) {
      const guard = createGuard({ ...outside, name, rules });
      sources.push(() => [guard.health()]);
      return guard;
    },
    add: (health) => void sources.push(health),
    health: () => sources.flatMap((source) => [...source()]),
  };
}
