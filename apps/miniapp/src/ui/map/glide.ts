import { between, type Point } from "@sanqi/kernel";

export const glideMs = 900;

/** Where something is `elapsed` ms after it started to move from `from` to `to`: even speed, then still. */
export const glided = (from: Point, to: Point, elapsed: number): Point =>
  between(from, to, Math.max(0, Math.min(1, elapsed / glideMs)));

/** About 400 m: a jump that far is a correction, not a walk, and is not drawn as one. */
const leap = 0.004;
export const isLeap = (from: Point, to: Point): boolean =>
  Math.abs(from[0] - to[0]) > leap || Math.abs(from[1] - to[1]) > leap;
