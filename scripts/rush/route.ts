import { between, distanceMetres, type Point } from "@sanqi/kernel";

export const metresOf = (path: readonly Point[]): number =>
  path.slice(1).reduce((sum, point, index) => sum + distanceMetres(path[index] ?? point, point), 0);

/** Where somebody is after so many metres of a path; its end when it is shorter. */
export function pointAlong(path: readonly Point[], metres: number): Point {
  let left = metres;
  for (const [index, to] of path.slice(1).entries()) {
    const from = path[index] ?? to;
    const length = distanceMetres(from, to);
    if (left <= length) return length === 0 ? to : between(from, to, left / length);
    left -= length;
  }
  const end = path.at(-1);
  if (!end) throw new Error("a path without points");
  return end;
}
