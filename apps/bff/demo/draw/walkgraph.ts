import { distanceMetres } from "@sanqi/kernel";
import { toLonLat } from "./frame.ts";
import type { Piece } from "./network.ts";

type LonLat = [lon: number, lat: number];
export type Edge = [from: number, to: number, lengthMetres: number, highway: string, between: LonLat[]];

/** The walking graph: a node at every end of a piece, an edge for every piece, length by haversine. */
export function walkgraph(pieces: readonly Piece[]): { nodes: LonLat[]; edges: Edge[] } {
  const nodes: LonLat[] = [];
  const numbers = new Map<string, number>();
  const nodeAt = (point: LonLat): number => {
    const key = point.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, nodes.length);
    nodes.push(point);
    return nodes.length - 1;
  };
  const edges: Edge[] = [];
  for (const { way, line } of pieces) {
    const points = line.map(toLonLat);
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) continue;
    const metres = points.reduce((sum, point, index) => {
      const before = points[index - 1];
      return before ? sum + distanceMetres(before, point) : sum;
    }, 0);
    const [from, to] = [nodeAt(first), nodeAt(last)];
    if (from !== to) edges.push([from, to, Math.round(metres * 10) / 10, way.highway, points.slice(1, -1)]);
  }
  return { nodes, edges };
}
