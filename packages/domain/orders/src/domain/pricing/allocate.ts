/** Whole part and remainder of a × b ÷ c, exact also where a × b leaves the safe integers. */
function portion(a: number, b: number, c: number): { whole: number; rest: number } {
  const product = a * b;
  if (Number.isSafeInteger(product)) return { whole: Math.floor(product / c), rest: product % c };
  const exact = BigInt(a) * BigInt(b);
  return { whole: Number(exact / BigInt(c)), rest: Number(exact % BigInt(c)) };
}

/**
 * Splits an amount over weights in their proportion, exact to the unit: whole parts first, then one unit each to the largest
 * remainders, earlier weights first among equal ones. No part is larger than its weight.
 * @param amount at most the sum of the weights
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (amount > sum) throw new RangeError(`${amount} does not fit into ${sum}`);
  if (amount === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => portion(amount, weight, sum));
  const shares = parts.map((part) => part.whole);
  const over = amount - shares.reduce((total, share) => total + share, 0);
  const byRest = parts.map((part, at) => ({ at, rest: part.rest })).sort((a, b) => b.rest - a.rest);
  for (const { at } of byRest.slice(0, over)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}
