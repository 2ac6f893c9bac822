import { distanceMetres, minute, second } from "@sanqi/kernel";
import type { RiderPosition } from "./views.ts";

/** A device's clock may run this much ahead of ours. */
const clockTolerance = minute;
/** 108 km/h: nobody on a campus is faster, a wrong fix is. */
const fastestMetresPerSecond = 30;
/** Two fixes at the same spot may lie this far apart. */
const accuracyMetres = 20;
/** An older position says nothing about where the rider is. */
const freshFor = 10 * minute;

/** May `next` follow `last`? Late, future and impossible ones may not. */
export function isCredible(last: RiderPosition | null, next: RiderPosition, now: number): boolean {
  if (next.at > now + clockTolerance) return false;
  if (!last) return true;
  if (next.at <= last.at) return false;
  const reach = accuracyMetres + (fastestMetresPerSecond * (next.at - last.at)) / second;
  return distanceMetres(last.point, next.point) <= reach;
}

/** The positions that can be believed, in their order, each judged by the one kept before it. */
export function credible(
  last: RiderPosition | null,
  reported: readonly RiderPosition[],
  now: number,
): RiderPosition[] {
  const kept: RiderPosition[] = [];
  for (const next of reported) if (isCredible(kept.at(-1) ?? last, next, now)) kept.push(next);
  return kept;
}

export const isFresh = (position: RiderPosition, now: number): boolean => now - position.at <= freshFor;
