import { between, distanceMetres, type Point } from "@sanqi/kernel";

/** A brisk bicycle on a campus path. */
export const simulatedMetresPerSecond = 4;

/** The point that lies so many metres along a path; its ends hold whoever would go beyond them. */
export function pointAlong(path: readonly Point[], metres: number): Point | null {
  const first = path[0];
  if (!first) return null;
  let left = Math.max(0, metres);
  let from = first;
  for (const to of path.slice(1)) {
    const length = distanceMetres(from, to);
    if (left < length) return between(from, to, left / length);
    left -= length;
    from = to;
  }
  return from;
}

/** A walk that has begun: which leg, along what, since when (epoch ms). */
export type Walk = { leg: string; path: readonly Point[]; since: number };

/** Where the walk is at `now`. */
export const walkedTo = (walk: Walk, now: number): Point | null =>
  pointAlong(walk.path, ((now - walk.since) / 1000) * simulatedMetresPerSecond);

/**
 * The walk for the leg of now. The same leg goes on; a new one begins where the last one is at this moment, so that the
 * rider never jumps.
 */
export function nextWalk(walk: Walk | null, leg: { key: string; path: readonly Point[] }, now: number): Walk {
  if (walk?.leg === leg.key) return walk;
  const here = walk && walkedTo(walk, now);
  const first = leg.path[0];
  const starts = here && first && distanceMetres(here, first) > 1 ? [here] : [];
  return { leg: leg.key, path: [...starts, ...leg.path], since: now };
}

/** The rest of a path from its point nearest to `here`; the whole path while nobody knows where here is. */
export function restOfPath(path: readonly Point[], here: Point | null): readonly Point[] {
  if (!here) return path;
  const metres = path.map((point) => distanceMetres(here, point));
  return path.slice(metres.indexOf(Math.min(...metres)));
}
