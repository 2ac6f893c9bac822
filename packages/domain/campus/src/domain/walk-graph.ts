import { distanceMetres, err, ok, type Point, type Result } from "@sanqi/kernel";
import { type ImportProblem, type MapFeature, problem } from "./map-features.ts";
import { nearestOnLine, segmentsOf } from "./plane.ts";
import type { WalkGraph } from "./walk.ts";

type Edge = WalkGraph["edges"][number];
export const lengthOf = (line: readonly Point[]): number =>
  segmentsOf(line).reduce((sum, [a, b]) => sum + distanceMetres(a, b), 0);
const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) &&
  typeof value[0] === "number" &&
  typeof value[1] === "number" &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90;

/** Reads `{nodes: [[lon, lat]], edges: [[from, to, metres, highway, [[lon, lat]]]]}`. */
export function readWalkGraph(input: unknown): Result<WalkGraph, ImportProblem[]> {
  const { nodes, edges } = (typeof input === "object" && input !== null ? input : {}) as Record<
    string,
    unknown
  >;
  if (!Array.isArray(nodes) || !Array.isArray(edges) || edges.length === 0)
    return err([problem("walkgraph", "缺少 nodes 或 edges", "lacks nodes or edges")]);
  const bad = nodes.findIndex((node) => !isPoint(node));
  if (bad >= 0)
    return err([problem(`node ${bad}`, "不是 [经度, 纬度]", "is not [longitude, latitude] in degrees")]);
  const read: Edge[] = [];
  for (const [index, edge] of edges.entries()) {
    const [from, to, metres, , via = []] = Array.isArray(edge) ? edge : [];
    const joined = [from, to].every((n) => Number.isInteger(n) && n >= 0 && n < nodes.length);
    if (!joined || typeof metres !== "number" || !(metres >= 0 && metres < 50_000))
      return err([
        problem(`edge ${index}`, "端点或长度不正确", "its ends are not nodes or its length is not metres"),
      ]);
    if (!Array.isArray(via) || !via.every(isPoint))
      return err([
        problem(`edge ${index}`, "中间点不正确", "its points between are not [longitude, latitude]"),
      ]);
    read.push({ from, to, metres, via: via.map(([lon, lat]: Point) => [lon, lat] as const) });
  }
  return ok({ nodes: nodes.map(([lon, lat]: Point) => [lon, lat] as const), edges: read });
}

/** Joins the walkable paths where they share a vertex: that is where OpenStreetMap's ways meet. */
export function graphOfPaths(features: readonly MapFeature[]): WalkGraph {
  const lines = features
    .filter((f) => f.layer === "path" && f.properties.walkable !== false)
    .flatMap((f) => f.parts);
  const nameOf = (p: Point) => `${p[0]},${p[1]}`;
  const uses = new Map<string, number>();
  for (const line of lines)
    for (const [index, point] of line.entries()) {
      // An end counts twice: it is a node even where nothing else touches it.
      const weight = index === 0 || index === line.length - 1 ? 2 : 1;
      uses.set(nameOf(point), (uses.get(nameOf(point)) ?? 0) + weight);
    }
  const nodes: Point[] = [];
  const indexes = new Map<string, number>();
  const nodeAt = (point: Point): number => {
    const known = indexes.get(nameOf(point));
    if (known !== undefined) return known;
    indexes.set(nameOf(point), nodes.length);
    return nodes.push(point) - 1;
  };
  const edges: Edge[] = [];
  for (const line of lines) {
    let part: Point[] = [];
    for (const point of line) {
      part.push(point);
      const start = part[0];
      if (part.length < 2 || !start || (uses.get(nameOf(point)) ?? 0) < 2) continue;
      edges.push({ from: nodeAt(start), to: nodeAt(point), metres: lengthOf(part), via: part.slice(1, -1) });
      part = [point];
    }
  }
  return { nodes, edges };
}

/** The spot on the graph that is nearest to a point. */
export function nearestSpot(
  graph: WalkGraph,
  point: Point,
): { metres: number; spot: Point; edge: number; segment: number } | null {
  let best: { metres: number; spot: Point; edge: number; segment: number } | null = null;
  graph.edges.forEach((edge, index) => {
    segmentsOf(lineOf(graph, edge)).forEach(([a, b], segment) => {
      const near = nearestOnLine(point, a, b);
      if (!best || near.metres < best.metres)
        best = { metres: near.metres, spot: near.point, edge: index, segment };
    });
  });
  return best;
}

/** The points of an edge, with its ends. */
export const lineOf = (graph: WalkGraph, edge: Edge): Point[] =>
  [graph.nodes[edge.from], ...edge.via, graph.nodes[edge.to]].filter((p) => p !== undefined);
