import { distanceMetres, type Point } from "@sanqi/kernel";
import type { WalkGraph } from "./walk.ts";
import { lengthOf, lineOf, nearestSpot } from "./walk-graph.ts";

type Graph = { readonly nodes: Point[]; readonly edges: WalkGraph["edges"][number][] };

/** A loose end this near to another part of the network is taken to be drawn carelessly, not to be a wall. */
const carelessMetres = 8;

/** Groups nodes that can be reached from each other. */
function islands(graph: WalkGraph): { find(node: number): number; unite(a: number, b: number): void } {
  const leader: number[] = [];
  const find = (node: number): number => {
    let at = node;
    for (let up = leader[at]; up !== undefined && up !== at; up = leader[at]) at = up;
    return at;
  };
  const unite = (a: number, b: number) => {
    leader[find(a)] = find(b);
  };
  for (const { from, to } of graph.edges) unite(from, to);
  return { find, unite };
}

/** Splits an edge at the spot nearest to the point and gives the node there; an end nearer than two metres serves itself. */
function nodeBeside(graph: Graph, near: { spot: Point; edge: number; segment: number }): number | null {
  const edge = graph.edges[near.edge];
  if (!edge) return null;
  const line = lineOf(graph, edge);
  const first = [...line.slice(0, near.segment + 1), near.spot];
  const second = [near.spot, ...line.slice(near.segment + 1)];
  const [before, after] = [lengthOf(first), lengthOf(second)];
  if (before < 2) return edge.from;
  if (after < 2) return edge.to;
  const node = graph.nodes.push(near.spot) - 1;
  // The stated length may follow a finer line than ours: keep its total.
  const scale = edge.metres / (before + after);
  graph.edges[near.edge] = { from: edge.from, to: node, metres: before * scale, via: first.slice(1, -1) };
  graph.edges.push({ from: node, to: edge.to, metres: after * scale, via: second.slice(1, -1) });
  return node;
}

/** Gives every point a node of its own on the path beside it, so that a walk to a door does not jump to a far crossing. */
export function joinPoints(graph: WalkGraph, points: readonly Point[]): WalkGraph {
  const joined: Graph = { nodes: [...graph.nodes], edges: [...graph.edges] };
  for (const point of points) {
    const near = nearestSpot(joined, point);
    if (near) nodeBeside(joined, near);
  }
  return joined;
}

/** Ties parts of the network together where a path ends some metres before another one. */
export function joinLooseEnds(graph: WalkGraph): WalkGraph {
  const joined: Graph = { nodes: [...graph.nodes], edges: [...graph.edges] };
  const parts = islands(graph);
  const degree = graph.nodes.map(() => 0);
  for (const { from, to } of graph.edges)
    for (const node of [from, to]) degree[node] = (degree[node] ?? 0) + 1;
  graph.nodes.forEach((point, node) => {
    if (degree[node] !== 1) return;
    const others = joined.edges.map((edge, index) => ({ edge, index }));
    const foreign = others.filter(({ edge }) => parts.find(edge.from) !== parts.find(node));
    const near = nearestSpot({ nodes: joined.nodes, edges: foreign.map(({ edge }) => edge) }, point);
    const index = near && foreign[near.edge]?.index;
    if (!near || index === null || index === undefined || near.metres > carelessMetres) return;
    const other = foreign[near.edge]?.edge.from ?? node;
    const beside = nodeBeside(joined, { ...near, edge: index });
    if (beside === null) return;
    parts.unite(beside, other);
    parts.unite(node, other);
    joined.edges.push({
      from: node,
      to: beside,
      metres: distanceMetres(point, joined.nodes[beside] ?? point),
      via: [],
    });
  });
  return joined;
}

/** Drops bits of path that touch nothing: whoever snapped to one could walk nowhere. A part keeps from 10 % of the longest. */
export function withoutFragments(graph: WalkGraph): WalkGraph {
  const { find } = islands(graph);
  const metres = new Map<number, number>();
  for (const edge of graph.edges)
    metres.set(find(edge.from), (metres.get(find(edge.from)) ?? 0) + edge.metres);
  const least = Math.max(0, ...metres.values()) / 10;
  return { nodes: graph.nodes, edges: graph.edges.filter((e) => (metres.get(find(e.from)) ?? 0) >= least) };
}
