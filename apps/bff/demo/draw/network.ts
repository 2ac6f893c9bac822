import type { Spot } from "./frame.ts";
import type { Way } from "./ways.ts";

/** A way cut at every crossing: what the walking graph is made of. */
export type Piece = { way: Way; line: Spot[] };

const apart = (a: Spot, b: Spot) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const same = (a: Spot, b: Spot) => apart(a, b) < 0.3;

/** The nearest place on a line, with its distance in metres and the index of the segment. */
export function nearest(line: readonly Spot[], spot: Spot): { at: Spot; metres: number; segment: number } {
  let best = { at: line[0] ?? spot, metres: Number.POSITIVE_INFINITY, segment: 0 };
  for (let segment = 0; segment + 1 < line.length; segment += 1) {
    const [a, b] = [line[segment] ?? spot, line[segment + 1] ?? spot];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const share = ((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
    const clipped = Math.min(1, Math.max(0, share));
    const at: Spot = [a[0] + dx * clipped, a[1] + dy * clipped];
    const metres = apart(at, spot);
    if (metres < best.metres) best = { at, metres, segment };
  }
  return best;
}

/** Where two segments cross, ends included. */
function crossing(a: Spot, b: Spot, c: Spot, d: Spot): Spot | undefined {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-9) return undefined;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  if (t < -1e-9 || t > 1 + 1e-9 || u < -1e-9 || u > 1 + 1e-9) return undefined;
  return [a[0] + rx * t, a[1] + ry * t];
}

/** Pulls the loose ends of each way onto the way that they nearly touch. */
function snapEnds(ways: readonly Way[], reach: number): Way[] {
  return ways.map((way) => {
    const line = [...way.line];
    for (const index of [0, line.length - 1]) {
      const end = line[index];
      if (!end || same(line[0] ?? end, line.at(-1) ?? end)) continue;
      const targets = ways
        .filter((other) => other !== way)
        .map((other) => nearest(other.line, end))
        .sort((a, b) => a.metres - b.metres);
      const target = targets[0];
      if (target && target.metres < reach) line[index] = target.at;
    }
    return { ...way, line };
  });
}

/** Cuts all ways where they meet, so that every crossing is a junction. */
export function cutAtCrossings(drawn: readonly Way[], reach = 9): Piece[] {
  const ways = snapEnds(drawn, reach);
  const junctions: Spot[] = [];
  const junction = (spot: Spot): Spot => {
    const known = junctions.find((other) => apart(other, spot) < 1.2);
    if (!known) junctions.push(spot);
    return known ?? spot;
  };
  const cuts = ways.map((): Spot[] => []);
  ways.forEach((one, i) => {
    for (const end of [one.line[0], one.line.at(-1)]) if (end) cuts[i]?.push(junction(end));
    ways.forEach((other, j) => {
      if (j <= i) return;
      for (const spot of meetings(one.line, other.line)) {
        const shared = junction(spot);
        cuts[i]?.push(shared);
        cuts[j]?.push(shared);
      }
    });
  });
  return ways.flatMap((way, index) => split(way, cuts[index] ?? []));
}

function meetings(one: readonly Spot[], other: readonly Spot[]): Spot[] {
  const found: Spot[] = [];
  for (let i = 0; i + 1 < one.length; i += 1)
    for (let j = 0; j + 1 < other.length; j += 1) {
      const spot = crossing(
        one[i] ?? [0, 0],
        one[i + 1] ?? [0, 0],
        other[j] ?? [0, 0],
        other[j + 1] ?? [0, 0],
      );
      if (spot && !found.some((known) => same(known, spot))) found.push(spot);
    }
  // A snapped end lies on the other line up to rounding, where the segments may just miss each other.
  for (const [ends, line] of [
    [one, other],
    [other, one],
  ] as const)
    for (const end of [ends[0], ends.at(-1)])
      if (end && nearest(line, end).metres < 0.05 && !found.some((known) => apart(known, end) < 1.2))
        found.push(end);
  return found;
}

function split(way: Way, cuts: readonly Spot[]): Piece[] {
  let line: Spot[] = [...way.line];
  for (const cut of cuts) line = withVertex(line, cut);
  const pieces: Piece[] = [];
  let current: Spot[] = [];
  line.forEach((spot, index) => {
    current.push(spot);
    if (index > 0 && current.length > 1 && cuts.includes(spot)) {
      pieces.push({ way, line: current });
      current = [spot];
    }
  });
  if (current.length > 1) pieces.push({ way, line: current });
  return pieces;
}

/** The line with a vertex at the cut, which may lie a little off it where two junctions were merged. */
function withVertex(line: Spot[], cut: Spot): Spot[] {
  const isEnd = [0, line.length - 1].filter((index) => apart(line[index] ?? cut, cut) < 1.3);
  const moved = line.map((spot, index) => (isEnd.includes(index) ? cut : spot));
  if (isEnd.length > 0) return moved;
  const { at, segment } = nearest(moved, cut);
  const close = moved.findIndex((vertex) => apart(vertex, at) < 0.6);
  if (close >= 0) return moved.map((vertex, index) => (index === close ? cut : vertex));
  return [...moved.slice(0, segment + 1), cut, ...moved.slice(segment + 1)];
}
