import type { Point } from "@sanqi/kernel";
import type { MapFeature } from "./map-features.ts";
import { nearestOnLine, segmentsOf } from "./plane.ts";
import type { WalkGraph } from "./walk.ts";
import { nearestSpot } from "./walk-graph.ts";

/** An entrance belongs to the building whose wall it is on. */
const onTheWall = 3;

/** Where one goes in: a mapped entrance of the building, else the point of its outline that is nearest to a path. */
export function doorOf(outline: readonly Point[], entrances: readonly MapFeature[], graph: WalkGraph): Point {
  const wall = segmentsOf(outline);
  const spotOf = (entrance: MapFeature): Point[] => entrance.parts[0]?.slice(0, 1) ?? [];
  const mapped = entrances.filter((entrance) =>
    spotOf(entrance).some((door) => wall.some(([a, b]) => nearestOnLine(door, a, b).metres <= onTheWall)),
  );
  const main = mapped.filter((entrance) => entrance.properties.entrance === "main");
  const doors = (main.length > 0 ? main : mapped).flatMap(spotOf);
  return nearestToPaths(doors.length > 0 ? doors : wallPoints(outline, graph), graph) ?? outline[0] ?? [0, 0];
}

/** Corners, middles of walls, and the spot of each wall that faces the nearest path. */
function wallPoints(outline: readonly Point[], graph: WalkGraph): Point[] {
  const corner = nearestToPaths(outline, graph);
  const target = corner && nearestSpot(graph, corner)?.spot;
  const facing = target ? segmentsOf(outline).map(([a, b]) => nearestOnLine(target, a, b).point) : [];
  return [...outline, ...facing];
}

function nearestToPaths(points: readonly Point[], graph: WalkGraph): Point | undefined {
  let best: { point: Point; metres: number } | undefined;
  for (const point of points) {
    const metres = nearestSpot(graph, point)?.metres ?? Number.POSITIVE_INFINITY;
    if (!best || metres < best.metres) best = { point, metres };
  }
  return best?.point;
}
