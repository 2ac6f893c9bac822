import type { Clock } from "@sanqi/kernel";
import { shiftedClock } from "../rush/noon.ts";

/** What the run tells its processes while they live. */
export type ClockMessage = { readonly clockShiftMs: number };

/** The clock of a process of a crash run: it starts at the run's time of day, and is moved on whenever the run says so. */
export function clockOfRun(env: NodeJS.ProcessEnv): Clock {
  let now = shiftedClock(env).now;
  process.on("message", (message: Partial<ClockMessage>) => {
    const { clockShiftMs } = message;
    if (clockShiftMs !== undefined) now = () => Date.now() + clockShiftMs;
  });
  return { now: () => now() };
}
