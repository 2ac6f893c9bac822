import { fen } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "./apportion.ts";

describe("apportioning", () => {
  const amount = fc.integer({ min: 0, max: 100_000_000 });
  it("adds up, gives nobody less than nothing, and nobody a whole fen beside their part", () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 30 }), (total, weights) => {
        const shares = apportion(fen(total), weights);
        expect(shares.reduce<number>((sum, share) => sum + share, 0)).toBe(total);
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        shares.forEach((share, i) => {
          expect(share).toBeGreaterThanOrEqual(0);
          if (whole > 0) expect(Math.abs(share - (total / whole) * (weights[i] ?? 0))).toBeLessThan(1.001);
        });
      }),
    );
  });
  it("never gives a line more than its weight where there is not more than all weights", () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 1000 }),
        (weights, permille) => {
          const whole = weights.reduce((sum, weight) => sum + weight, 0);
          const shares = apportion(fen(Math.floor((whole * permille) / 1000)), weights);
          expect(shares.filter((share, i) => share > (weights[i] ?? 0))).toEqual([]);
        },
      ),
    );
  });
});
