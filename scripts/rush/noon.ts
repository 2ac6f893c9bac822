import { type Clock, chinaMidnight, hour, minute } from "@sanqi/kernel";

/** When most kitchens of the demo campus are open, whatever time it is where the rush is run. */
const lunchTime = 11 * hour + 20 * minute;
const variable = "SANQI_RUSH_SHIFT_MS";

/** How far the clock of a rush's own product is moved, ms; the day stays the same. */
export const shiftToLunch = (now: number): number => chinaMidnight(now) + lunchTime - now;

export const shiftVariable = (shiftMs: number): Record<string, string> => ({ [variable]: String(shiftMs) });

/** The clock of a process that was started with `shiftVariable`. */
export function shiftedClock(env: NodeJS.ProcessEnv): Clock {
  const shift = Number(env[variable] ?? 0);
  if (!Number.isFinite(shift)) throw new Error(`${variable} is no number`);
  return { now: () => Date.now() + shift };
}
