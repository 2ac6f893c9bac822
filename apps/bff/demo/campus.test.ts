import { readFileSync } from "node:fs";
import { distanceMetres, type Point } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { demoKitchens, demoShops } from "./menu.ts";
import { demoPickupPoints, demoStudents } from "./people.ts";

type Ring = [number, number][];
type Feature = {
  properties: {
    layer: string;
    kind?: string;
    name?: string;
    entrance?: string;
    highway?: string;
    centroid?: Point;
  };
  geometry: { type: string; coordinates: unknown };
};
type Edge = [from: number, to: number, lengthMetres: number, highway: string, between: Point[]];

const read = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
const features: Feature[] = read("campus.geojson").features;
const graph: { nodes: Point[]; edges: Edge[] } = read("walkgraph.json");

const buildings = features.filter((feature) => feature.properties.layer === "building");
const ofKind = (kind: string) => buildings.filter((feature) => feature.properties.kind === kind);
const ringsOf = (feature: Feature) => feature.geometry.coordinates as Ring[];
const segments = (line: readonly Point[]) =>
  line.slice(1).map((to, index) => [line[index] ?? to, to] as const satisfies readonly [Point, Point]);

const side = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
const crosses = ([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]) =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

function inside([x, y]: Point, ring: Ring): boolean {
  let within = false;
  for (const [[ax, ay], [bx, by]] of segments(ring))
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  return within;
}

/** Walking metres from one node to every node that can be reached (Dijkstra; the graph is small). */
function walk(from: number): Map<number, number> {
  const metres = new Map([[from, 0]]);
  const open = new Set([from]);
  while (open.size > 0) {
    const here = [...open].reduce((best, node) =>
      (metres.get(node) ?? Infinity) < (metres.get(best) ?? Infinity) ? node : best,
    );
    open.delete(here);
    for (const [a, b, length] of graph.edges) {
      if (a !== here && b !== here) continue;
      const next = a === here ? b : a;
      const reached = (metres.get(here) ?? 0) + length;
      if (reached < (metres.get(next) ?? Infinity)) {
        metres.set(next, reached);
        open.add(next);
      }
    }
  }
  return metres;
}

const nearestNode = (point: Point) =>
  graph.nodes
    .map((node, index) => ({ index, metres: distanceMetres(node, point) }))
    .reduce((best, node) => (node.metres < best.metres ? node : best));

describe("the demo campus", () => {
  it("has twelve dormitories, three canteens and a lake inside its wall", () => {
    expect(ofKind("dormitory")).toHaveLength(12);
    expect(ofKind("canteen")).toHaveLength(3);
    const wall = ringsOf(
      features.find((feature) => feature.properties.layer === "campus") as Feature,
    )[0] as Ring;
    for (const building of buildings)
      for (const point of ringsOf(building)[0] ?? [])
        expect(inside(point, wall), building.properties.name).toBe(true);
  });

  it("has only closed, simple, counter-clockwise outer rings", () => {
    for (const feature of features.filter(({ geometry }) => geometry.type === "Polygon")) {
      const label = feature.properties.name ?? feature.properties.layer;
      ringsOf(feature).forEach((ring, index) => {
        expect(ring.length, label).toBeGreaterThan(3);
        expect(ring.at(-1), label).toEqual(ring[0]);
        const area = segments(ring).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0);
        expect(Math.sign(area), label).toBe(index === 0 ? 1 : -1);
        const edges = segments(ring);
        const selfCrossings = edges.filter((edge, i) =>
          edges.some((other, j) => j > i && crosses(edge, other)),
        );
        expect(selfCrossings, label).toEqual([]);
      });
    }
  });

  it("has no building on another, in the water or across a way", () => {
    const water = features.filter(
      ({ properties }) => properties.name === "澄湖" || properties.name === "栖溪",
    );
    const ways = features.filter(({ properties }) => properties.layer === "path");
    const collisions: string[] = [];
    buildings.forEach((building, index) => {
      const outline = ringsOf(building)[0] as Ring;
      for (const other of buildings.slice(index + 1)) {
        const ring = ringsOf(other)[0] as Ring;
        if (
          outline.some((point) => inside(point, ring)) ||
          ring.some((point) => inside(point, outline)) ||
          segments(outline).some((a) => segments(ring).some((b) => crosses(a, b)))
        )
          collisions.push(`${building.properties.name} / ${other.properties.name}`);
      }
      for (const line of [...water, ...ways]) {
        const points = (
          line.geometry.type === "Polygon" ? ringsOf(line)[0] : line.geometry.coordinates
        ) as Ring;
        // A doorstep begins on the wall itself: its first tenth of a metre may lie inside after rounding.
        const drawn = points.length === 2 ? [between(points[0], points[1]), points[1] as Point] : points;
        if (segments(drawn).some((a) => segments(outline).some((b) => crosses(a, b))))
          collisions.push(
            `${building.properties.name} / ${line.properties.name ?? JSON.stringify(points[0])}`,
          );
      }
    });
    expect(collisions).toEqual([]);
  });

  it("can be walked from every canteen to every dormitory", () => {
    expect(walk(0).size).toBe(graph.nodes.length);
    for (const canteen of ofKind("canteen")) {
      const start = nearestNode(canteen.properties.centroid as Point);
      expect(start.metres, canteen.properties.name).toBeLessThan(60);
      const metres = walk(start.index);
      for (const dormitory of ofKind("dormitory")) {
        const end = nearestNode(dormitory.properties.centroid as Point);
        expect(end.metres, dormitory.properties.name).toBeLessThan(60);
        expect(metres.get(end.index), dormitory.properties.name).toBeLessThan(1600);
      }
    }
  });

  it("measures its walks by haversine", () => {
    for (const [from, to, length, , between] of graph.edges) {
      const line = [graph.nodes[from], ...between, graph.nodes[to]] as Point[];
      const metres = segments(line).reduce((sum, [a, b]) => sum + distanceMetres(a, b), 0);
      expect(Math.abs(metres - length)).toBeLessThan(0.06);
    }
  });

  it("has the places that the menu and the people speak of", () => {
    const named = (kind: string) => ofKind(kind).map((feature) => feature.properties.name);
    expect(named("canteen").sort()).toEqual(demoKitchens.map((kitchen) => kitchen.building).sort());
    for (const shop of demoShops) expect(named("canteen")).toContain(shop.building);
    for (const student of demoStudents) expect(named("dormitory")).toContain(student.dormitory);
    expect(demoPickupPoints.flatMap((point) => point.dormitories).sort()).toEqual(named("dormitory").sort());
    for (const point of demoPickupPoints)
      expect(nearestNode(point.position).metres, point.key).toBeLessThan(60);
  });
});

function between(a: Point | undefined, b: Point | undefined): Point {
  if (!a || !b) throw new Error("a way has two ends");
  return [a[0] + (b[0] - a[0]) * 0.03, a[1] + (b[1] - a[1]) * 0.03];
}
