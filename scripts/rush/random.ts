import type { Span } from "./tempo.ts";

export type Random = {
  /** From 0 to below 1. */
  share(): number;
  within(span: Span): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** A copy in another order. */
  shuffled<T>(items: readonly T[]): T[];
};

/** A sequence that one seed repeats (Park and Miller 1988, multiplier 48271); good enough for habits, not for secrets. */
export function seededRandom(seed: number): Random {
  const modulus = 2_147_483_647;
  let state = (Math.abs(Math.trunc(seed)) % (modulus - 1)) + 1;
  const share = () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
  return {
    share,
    within: ([from, to]) => from + share() * (to - from),
    chance: (probability) => share() < probability,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new Error("nothing to pick from");
      return items[Math.floor(share() * items.length)] as T;
    },
    shuffled<T>(items: readonly T[]): T[] {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = Math.floor(share() * (last + 1));
        [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
      }
      return copy;
    },
  };
}
