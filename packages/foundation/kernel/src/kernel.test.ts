import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chinaClockText,
  chinaDay,
  chinaMidnight,
  chinaWeekday,
  createIds,
  distanceMetres,
  fen,
  isId,
  parseYuan,
  splitFen,
  toId,
  yuanText,
} from "./index.ts";

describe("fen", () => {
  it("refuses anything but whole fen", () => {
    for (const bad of [12.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => fen(bad)).toThrow(RangeError);
  });
  it("splits exactly and evenly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 50 }), (total, seats) => {
        const parts = splitFen(fen(total), seats);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it("writes and reads yuan without a float", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        expect(parseYuan(yuanText(fen(n)))).toBe(n === 0 ? 0 : n);
      }),
    );
    for (const bad of ["", "1.234", "1e3", "0x10", " 1", "1.", ".5", "--1", "１"])
      expect(parseYuan(bad)).toBeUndefined();
  });
});

describe("ids", () => {
  const ids = createIds(
    () => 1_763_800_000_000,
    (b) => crypto.getRandomValues(b),
  );
  it("are well-formed, distinct and sorted by time", () => {
    const made = Array.from({ length: 1000 }, () => ids.next("order"));
    expect(new Set(made).size).toBe(1000);
    expect(made.every((id) => isId("order", id))).toBe(true);
    const later = createIds(
      () => 1_763_800_000_001,
      (b) => crypto.getRandomValues(b),
    ).next("order");
    expect(made.every((id) => id < later)).toBe(true);
  });
  it("refuse another kind and other texts", () => {
    expect(isId("order", ids.next("payment"))).toBe(false);
    for (const bad of ["ord_", "ord_ABC", "ord_0123456789012345678", "'; drop table"]) {
      expect(() => toId("order", bad)).toThrow(RangeError);
    }
  });
});

describe("clock and geo", () => {
  it("counts days in China, whatever the machine's zone", () => {
    const at = Date.UTC(2026, 10, 21, 16, 30);
    expect(chinaDay(at)).toBe("2026-11-22");
    expect(chinaClockText(at)).toBe("00:30");
    expect(chinaWeekday(at)).toBe(7);
    expect(chinaMidnight(at)).toBe(Date.UTC(2026, 10, 21, 16, 0));
  });
  it("measures a degree of latitude", () => {
    expect(distanceMetres([120, 30], [120, 31])).toBeCloseTo(111_195, -1);
  });
});
