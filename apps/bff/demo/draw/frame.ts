import { distanceMetres, type Point } from "@sanqi/kernel";

/** A place on the drawing board: metres east and north of the campus's south-west corner. */
export type Spot = readonly [east: number, north: number];

/** Reads "12,34 56,78" as spots: an outline then fits on a line. */
export const spots = (text: string): Spot[] =>
  text.split(" ").map((pair) => {
    const [east = 0, north = 0] = pair.split(",").map(Number);
    return [east, north];
  });

const origin: Point = [120.9, 30.9];
const metresPerLat = distanceMetres(origin, [origin[0], origin[1] + 1]);
// Taken in the middle of the campus, so that shapes are true to a few centimetres.
const metresPerLon = distanceMetres([origin[0] - 0.5, 30.904], [origin[0] + 0.5, 30.904]);

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** WGS-84 [lon, lat] of a spot, to six decimals (about 0.1 m). */
export const toLonLat = ([east, north]: Spot): [number, number] => [
  rounded(origin[0] + east / metresPerLon),
  rounded(origin[1] + north / metresPerLat),
];

/** A smooth line through all spots (Catmull-Rom), with about one point every `step` metres. */
export function curve(spots: readonly Spot[], closed = false, step = 9): Spot[] {
  const at = (index: number): Spot => {
    const wrapped = closed
      ? (index + spots.length) % spots.length
      : Math.min(Math.max(index, 0), spots.length - 1);
    return spots[wrapped] ?? [0, 0];
  };
  const line: Spot[] = [];
  const spans = closed ? spots.length : spots.length - 1;
  for (let span = 0; span < spans; span += 1) {
    const [before, from, to, after] = [at(span - 1), at(span), at(span + 1), at(span + 2)];
    const pieces = Math.max(2, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / step));
    for (let piece = 0; piece < pieces; piece += 1) {
      const t = piece / pieces;
      const blend = (axis: 0 | 1) =>
        0.5 *
        (2 * from[axis] +
          (to[axis] - before[axis]) * t +
          (2 * before[axis] - 5 * from[axis] + 4 * to[axis] - after[axis]) * t * t +
          (3 * from[axis] - before[axis] - 3 * to[axis] + after[axis]) * t * t * t);
      line.push([blend(0), blend(1)]);
    }
  }
  line.push(closed ? (line[0] ?? at(0)) : at(spots.length - 1));
  return line;
}

/** Turns an outline drawn around 0,0 by `degrees` (counter-clockwise) and moves it to its place. */
export const place = (outline: readonly Spot[], [east, north]: Spot, degrees = 0): Spot[] => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return outline.map(([x, y]) => [east + x * cos - y * sin, north + x * sin + y * cos]);
};

/** Twice the signed area: positive when the ring runs counter-clockwise. */
const turning = (ring: readonly Spot[]) =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

/** The ring closed and wound as RFC 7946 wants it: outer counter-clockwise, holes clockwise. */
export function asRing(outline: readonly Spot[], hole = false): Spot[] {
  const wound = turning(outline) > 0 === hole ? [...outline].reverse() : [...outline];
  const [first, last] = [wound[0], wound.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) wound.push(first);
  return wound;
}

/** Centre of gravity of an outline. */
export function centroid(outline: readonly Spot[]): Spot {
  const ring = asRing(outline);
  let [x, y] = [0, 0];
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [a, b] = [ring[index] ?? [0, 0], ring[index + 1] ?? [0, 0]];
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  const area = turning(ring) * 3;
  return [x / area, y / area];
}
