import { distanceMetres, type Point } from "@sanqi/kernel";

/** A walking graph: nodes by index, edges with their length and the points between (both directions are walkable). */
export type WalkGraph = {
  readonly nodes: readonly Point[];
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly metres: number;
    readonly via: readonly Point[];
  }[];
};

export type Way = { readonly metres: number; readonly path: readonly Point[] };
type Step = { readonly to: number; readonly metres: number; readonly via: readonly Point[] };

/** Shortest ways by Dijkstra (1959); a campus has some hundred nodes, so a plain scan for the nearest is fast enough. */
export function createWalker(graph: WalkGraph): { between(from: Point, to: Point): Way | null } {
  const steps: Step[][] = graph.nodes.map(() => []);
  for (const { from, to, metres, via } of graph.edges) {
    steps[from]?.push({ to, metres, via });
    steps[to]?.push({ to: from, metres, via: [...via].reverse() });
  }
  const nearest = (point: Point): number => {
    let best = -1;
    let bestMetres = Number.POSITIVE_INFINITY;
    graph.nodes.forEach((node, index) => {
      const metres = steps[index]?.length ? distanceMetres(point, node) : Number.POSITIVE_INFINITY;
      if (metres < bestMetres) [best, bestMetres] = [index, metres];
    });
    return best;
  };
  return {
    between(from, to) {
      const start = nearest(from);
      const goal = nearest(to);
      if (start < 0 || goal < 0) return null;
      const found = search(steps, start, goal);
      if (!found) return null;
      const path: Point[] = [from];
      const append = (point: Point | undefined) => {
        if (point) path.push(point);
      };
      append(graph.nodes[start]);
      for (const step of found.steps) {
        for (const point of step.via) append(point);
        append(graph.nodes[step.to]);
      }
      append(to);
      const access = distanceMetres(from, path[1] ?? from) + distanceMetres(path[path.length - 2] ?? to, to);
      return { metres: Math.round(found.metres + access), path };
    },
  };
}

function search(
  steps: readonly Step[][],
  start: number,
  goal: number,
): { metres: number; steps: Step[] } | null {
  const far = steps.map(() => Number.POSITIVE_INFINITY);
  const came: ({ from: number; step: Step } | undefined)[] = [];
  const done = new Set<number>();
  far[start] = 0;
  for (;;) {
    let here = -1;
    far.forEach((metres, index) => {
      if (!done.has(index) && metres < (here < 0 ? Number.POSITIVE_INFINITY : (far[here] ?? 0))) here = index;
    });
    if (here < 0) return null;
    if (here === goal) break;
    done.add(here);
    for (const step of steps[here] ?? []) {
      const metres = (far[here] ?? 0) + step.metres;
      if (metres < (far[step.to] ?? 0)) {
        far[step.to] = metres;
        came[step.to] = { from: here, step };
      }
    }
  }
  const back: Step[] = [];
  for (let at = goal; at !== start; ) {
    const last = came[at];
    if (!last) return null;
    back.push(last.step);
    at = last.from;
  }
  return { metres: far[goal] ?? 0, steps: back.reverse() };
}
