import { distanceMetres, type Point } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { nextWalk, pointAlong, restOfPath, simulatedMetresPerSecond, walkedTo } from "./simulated-walk";

const corner: readonly Point[] = [
  [120, 30],
  [120.001, 30],
  [120.001, 30.001],
];
const legs = [0, 1].map((i) => distanceMetres(corner[i] as Point, corner[i + 1] as Point));
const whole = (legs[0] as number) + (legs[1] as number);
const noon = 1_795_320_000_000;

describe("a point along a path", () => {
  it("starts at the start, turns the corner and stays at the end", () => {
    expect(pointAlong(corner, 0)).toEqual([120, 30]);
    const [lon, lat] = pointAlong(corner, (legs[0] as number) + 10) as Point;
    expect(lon).toBeCloseTo(120.001, 9);
    expect(distanceMetres([120.001, 30], [lon, lat])).toBeCloseTo(10, 3);
    expect(pointAlong(corner, whole + 500)).toEqual([120.001, 30.001]);
    expect(pointAlong(corner, -5)).toEqual([120, 30]);
  });

  it("does not exist on an empty path, and two equal points are no trouble", () => {
    expect(pointAlong([], 3)).toBeNull();
    expect(
      pointAlong(
        [
          [120, 30],
          [120, 30],
        ],
        3,
      ),
    ).toEqual([120, 30]);
  });
});

describe("a simulated walk", () => {
  const first = nextWalk(null, { key: "a fetch", path: corner }, noon);

  it("goes four metres a second", () => {
    const at = walkedTo(first, noon + 10_000) as Point;
    expect(distanceMetres(corner[0] as Point, at)).toBeCloseTo(10 * simulatedMetresPerSecond, 3);
  });

  it("goes on with the same leg, and begins the next one where it stands", () => {
    expect(nextWalk(first, { key: "a fetch", path: corner }, noon + 5_000)).toBe(first);
    const later = noon + 10_000;
    const here = walkedTo(first, later) as Point;
    const second = nextWalk(first, { key: "a hand", path: [[121, 31]] }, later);
    expect(walkedTo(second, later)).toEqual(here);
  });
});

describe("the rest of a path", () => {
  it("begins at the point nearest to where somebody stands", () => {
    expect(restOfPath(corner, [120.0009, 30])).toEqual(corner.slice(1));
    expect(restOfPath(corner, null)).toBe(corner);
    expect(restOfPath([], [120, 30])).toEqual([]);
  });
});
