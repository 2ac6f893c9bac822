import { describe, expect, it } from "vitest";
import { readCampus } from "./index.ts";

const square = [
  [121, 31],
  [121.001, 31],
  [121.001, 31.001],
  [121, 31.001],
  [121, 31],
];
const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});
const campus = feature({ layer: "campus", osm_id: "way/1", name: "测试大学" }, "Polygon", [square]);
const path = feature({ layer: "path", osm_id: "way/2", walkable: true }, "LineString", square);
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });
const reasonOf = (...args: Parameters<typeof readCampus>) => {
  const read = readCampus(...args);
  return read.ok ? "fine" : `${read.error[0]?.where}: ${read.error[0]?.reason.en}`;
};

describe("a map that cannot be imported says which feature and why", () => {
  it.each([
    ["no collection", { type: "Topology" }, /file: not a GeoJSON FeatureCollection/],
    ["no campus", collection(path), /file: has no feature of layer campus/],
    ["no paths", collection(campus), /file: has no walkable path/],
    [
      "no id",
      collection(campus, feature({ layer: "path" }, "LineString", square)),
      /feature 1: lacks a text osm_id/,
    ],
    ["an id twice", collection(campus, path, path), /way\/2: osm_id occurs twice/],
    [
      "another layer",
      collection(feature({ layer: "roads", osm_id: "way/9" }, "Point", [1, 2])),
      /way\/9: unknown layer roads/,
    ],
    [
      "a building as a line",
      collection(feature({ layer: "building", osm_id: "way/3", name: "一食堂" }, "LineString", square)),
      /way\/3 \(一食堂\): a building cannot be a LineString/,
    ],
    [
      "an unknown kind",
      collection(
        campus,
        path,
        feature({ layer: "building", osm_id: "way/4", kind: "castle" }, "Polygon", [square]),
      ),
      /way\/4: unknown kind castle/,
    ],
    [
      "swapped coordinates",
      collection(feature({ layer: "poi", osm_id: "node/5" }, "Point", [31, 121])),
      /node\/5: not a \[longitude, latitude\] in degrees: \[31,121\]/,
    ],
    [
      "an open ring",
      collection(feature({ layer: "area", osm_id: "way/6" }, "Polygon", [square.slice(0, 4)])),
      /way\/6: a ring is not closed/,
    ],
  ])("%s", (_, map, reason) => {
    expect(reasonOf(map)).toMatch(reason);
  });

  it.each([
    ["no graph", {}, /walkgraph: lacks nodes or edges/],
    [
      "an edge to nowhere",
      { nodes: [[121, 31]], edges: [[0, 7, 10, "path", []]] },
      /edge 0: its ends are not nodes/,
    ],
    [
      "a bad node",
      { nodes: [[31, 121]], edges: [[0, 0, 1, "path", []]] },
      /node 0: is not \[longitude, latitude\]/,
    ],
  ])("%s", (_, graph, reason) => {
    expect(reasonOf(collection(campus, path), graph)).toMatch(reason);
  });

  it("names every problem, at most twenty", () => {
    const bad = Array.from({ length: 30 }, (_, n) =>
      feature({ layer: "x", osm_id: `way/${n}` }, "Point", [1, 1]),
    );
    const read = readCampus(collection(...bad));
    expect(read.ok ? 0 : read.error.length).toBe(20);
  });
});
