import type { Point } from "@sanqi/kernel";

/** Metres east and north of an origin. */
type Flat = readonly [x: number, y: number];
export type Nearest = { readonly metres: number; readonly point: Point; readonly share: number };

const metresPerDegree = 111_195;

/** The spot of the straight line a–b that is nearest to a point; flat geometry, exact enough inside a campus. */
export function nearestOnLine(point: Point, a: Point, b: Point): Nearest {
  const stretch = Math.cos((point[1] * Math.PI) / 180);
  const flat = (p: Point): Flat => [
    (p[0] - point[0]) * stretch * metresPerDegree,
    (p[1] - point[1]) * metresPerDegree,
  ];
  const [ax, ay] = flat(a);
  const [bx, by] = flat(b);
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length));
  const x = ax + (bx - ax) * share;
  const y = ay + (by - ay) * share;
  return {
    metres: Math.hypot(x, y),
    share,
    point: [roundDegrees(a[0] + (b[0] - a[0]) * share), roundDegrees(a[1] + (b[1] - a[1]) * share)],
  };
}

/** Seven decimals: about a centimetre. */
const roundDegrees = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

export const segmentsOf = (line: readonly Point[]): (readonly [Point, Point])[] =>
  line.slice(1).map((to, index) => [line[index] ?? to, to] as const);

/** Is the point inside the ring (even-odd rule)? */
export function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of segmentsOf(ring))
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  return inside;
}

/** Centre of the area of a ring; of its corners where it has no area. */
export function centroidOf(ring: readonly Point[]): Point {
  const [ox, oy] = ring[0] ?? [0, 0];
  let area = 0;
  let x = 0;
  let y = 0;
  for (const [a, b] of segmentsOf(ring)) {
    const cross = (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy);
    area += cross;
    x += (a[0] + b[0] - 2 * ox) * cross;
    y += (a[1] + b[1] - 2 * oy) * cross;
  }
  if (Math.abs(area) < 1e-14) {
    const mean = (axis: 0 | 1) => ring.reduce((sum, p) => sum + p[axis], 0) / Math.max(1, ring.length);
    return [roundDegrees(mean(0)), roundDegrees(mean(1))];
  }
  return [roundDegrees(ox + x / (3 * area)), roundDegrees(oy + y / (3 * area))];
}
