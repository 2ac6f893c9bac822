import { fen } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basketOf, untouched } from "./basket.ts";
import { bestCombination, type Candidate, inDeclaredOrder } from "./combine.ts";
import { aLine, aRequest, aRule, dishId, steps } from "./requests.test-data.ts";
import { after, takeOf } from "./take.ts";

const money = (max: number) => fc.integer({ min: 1, max }).map(fen);
const offer = fc.oneof(
  fc.record({ from: money(6000), off: money(1500) }).map(({ from, off }) => steps([from, off])),
  fc.record({
    kind: fc.constant("percentage" as const),
    fromFen: money(4000),
    percentOff: fc.integer({ min: 1, max: 60 }),
    capFen: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("perItem" as const),
    dishIds: fc.constant([dishId(1)]),
    price: fc.record({ kind: fc.constant("off" as const), offFen: money(900) }),
    maxPortions: fc.integer({ min: 1, max: 3 }),
  }),
);
const candidates = fc
  .array(
    fc.record({
      offer,
      order: fc.nat(2),
      excludes: fc.constantFrom(null, "a"),
      combines: fc.constantFrom("combinable" as const, "combinable" as const, "alone" as const),
    }),
    { maxLength: 6 },
  )
  .map((made) =>
    made.map(({ offer, ...rest }, n): Candidate => ({ rule: aRule(n, offer, rest), couponId: null })),
  );
const basket = basketOf(aRequest({ lines: [aLine(1, 2, 1450), aLine(2, 1, 2333)] }));

/** What a set of rules saves when all of it is applied; undefined where its rules exclude each other. */
function saved(set: readonly Candidate[]): number | undefined {
  const groups = set.flatMap(({ rule }) => (rule.excludes === null ? [] : [rule.excludes]));
  const lonely = set.length > 1 && set.some(({ rule }) => rule.combines === "alone");
  if (lonely || new Set(groups).size < groups.length) return undefined;
  let left = untouched(basket);
  let sum = 0;
  for (const { rule } of [...set].sort((a, b) => inDeclaredOrder(a.rule, b.rule))) {
    const take = takeOf(rule.offer, basket, left);
    left = after(left, take);
    sum += take.fen;
  }
  return sum;
}

describe("the best combination", () => {
  it("saves as much as the best of all the sets that there are", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const sets = Array.from({ length: 2 ** all.length }, (_, bits) =>
          all.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1),
        );
        const best = Math.max(...sets.map((set) => saved(set) ?? 0));
        const found = bestCombination(all, basket);
        expect(found.reduce((sum, { take }) => sum + take.fen, 0)).toBe(best);
        expect(saved(found)).toBe(best);
      }),
      { numRuns: 300 },
    );
  });
});
