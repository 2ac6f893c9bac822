export type Seeded = {
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
  /** `length` characters out of `alphabet`. */
  text(length: number, alphabet: string): string;
  /** Takes one out of the list; undefined where it is empty. */
  take<T>(from: T[]): T | undefined;
};

/** The same seed plants the same differences (mulberry32, a 32-bit generator for tests, not for secrets). */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => next() % limit;
  return {
    below,
    text: (length, alphabet) => Array.from({ length }, () => alphabet[below(alphabet.length)] ?? "").join(""),
    take: (from) => (from.length === 0 ? undefined : from.splice(below(from.length), 1)[0]),
  };
}
