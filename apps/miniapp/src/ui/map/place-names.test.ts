import { describe, expect, it } from "vitest";
import { placeNames, withoutOverlap } from "./place-names";

const building = (name: string, kind: string): GeoJSON.Feature => ({
  type: "Feature",
  properties: { layer: "building", kind, name },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [2, 0],
        [2, 4],
        [0, 4],
        [0, 0],
      ],
    ],
  },
});

describe("names on the map", () => {
  it("write canteens and dormitories first, in the middle of their outline", () => {
    const features = [building("教学楼", "academic"), building("一食堂", "canteen")];
    const names = placeNames({ type: "FeatureCollection", features });
    expect(names.map((name) => name.text)).toEqual(["一食堂", "教学楼"]);
    expect(names[0]).toMatchObject({ point: [1, 2], tone: "food" });
  });

  it("give way to an earlier name", () => {
    const box = (x: number) => ({ x, y: 0, width: 40, height: 14 });
    expect(withoutOverlap([box(0), box(30), box(60)])).toEqual([true, false, true]);
  });
});
