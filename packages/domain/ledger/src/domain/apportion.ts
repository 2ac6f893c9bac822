import { type Fen, fen } from "@sanqi/kernel";

/** `floor(amount × part / whole)`, without leaving whole numbers: the product of two amounts does not fit a double. */
export const partOf = (amount: number, part: number, whole: number): Fen =>
  fen(Number((BigInt(amount) * BigInt(part)) / BigInt(whole)));

/**
 * Splits a total by weights, exact to the fen: each share is the growth of the rounded-down running share, so no share is
 * negative, none exceeds its weight by more than the total allows, and they add up.
 * @param total not negative
 * @param weights not negative; where all are 0 the last one takes everything
 */
export function apportion(total: Fen, weights: readonly number[]): Fen[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map((_, i) => (i === weights.length - 1 ? total : fen(0)));
  let weight = 0;
  let given = 0;
  return weights.map((each) => {
    weight += each;
    const upTo = partOf(total, weight, whole);
    const share = upTo - given;
    given = upTo;
    return fen(share);
  });
}
