import { fen } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countFrom, fenFrom, yuanInField } from "./yuan-field";

describe("an amount in a field", () => {
  it("is read as it was typed, also by a Chinese keyboard", () => {
    const typed = ["12", "12.5", "12.05", " 12 ", "¥12", "￥１２．５", "12。5", "12.", ".5", "0"];
    expect(typed.map(fenFrom)).toEqual([1_200, 1_250, 1_205, 1_200, 1_200, 1_250, 1_250, 1_200, 50, 0]);
  });

  it("is refused where it is none", () => {
    for (const wrong of ["", "abc", "1.234", "1,5", "-1", "1 2.5.", ".", "12.5.5"])
      expect(fenFrom(wrong), wrong).toBeUndefined();
  });

  it("is shown short, and read back as the same", () => {
    expect([0, 5, 50, 100, 1_000, 1_205, 1_250].map((n) => yuanInField(fen(n)))).toEqual([
      "0",
      "0.05",
      "0.5",
      "1",
      "10",
      "12.05",
      "12.5",
    ]);
    fc.assert(fc.property(fc.nat(), (n) => fenFrom(yuanInField(fen(n))) === n));
  });

  it("counts in whole numbers", () => {
    expect(["0", "12", "１２", "", "1.5", "-1", "x"].map(countFrom)).toEqual([
      0,
      12,
      12,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
