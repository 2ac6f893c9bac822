import { monitorEventLoopDelay } from "node:perf_hooks";
import { fillDirectory, openKitchens, sendRiders } from "./crew.ts";
import { arrivals, type LunchCurve } from "./lunch-curve.ts";
import { haveLunch } from "./student.ts";
import type { Tempo } from "./tempo.ts";
import { openWorld, type Place, type World } from "./world.ts";

export type Rush = {
  readonly place: Place;
  readonly students: number;
  readonly lengthMs: number;
  /** After the last arrival; whoever is not served by then counts as unfinished. */
  readonly graceMs: number;
  readonly curve: LunchCurve;
  readonly riders: number;
  readonly consolePassword: string | null;
  readonly seed: number;
  /** Differences from the usual tempo. */
  readonly tempo?: Partial<Tempo>;
  /** Called every second while the rush runs. */
  readonly onSecond?: (world: World, elapsedMs: number) => void;
};

export type Played = {
  readonly world: World;
  readonly since: number;
  readonly riders: number;
  readonly tookMs: number;
  /** 99th percentile of this process's own lateness, ms: latencies cannot be trusted below it. */
  readonly ownDelayMs: number;
};

/** One rush from opening the kitchens to the last delivery, or to the end of the grace time. */
export async function playLunch(rush: Rush): Promise<Played> {
  const world = await openWorld(rush.place, rush);
  await fillDirectory(world, rush.students);
  await openKitchens(world);
  const riders = await sendRiders(world, rush.riders, rush.consolePassword);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const since = world.now();
  const start = performance.now();
  const everySecond = setInterval(() => rush.onSecond?.(world, performance.now() - start), 1_000);
  const lunches = arrivals(rush.curve, rush.students, rush.lengthMs).map(async (at, n) => {
    await world.sleep(at);
    if (!world.closed) await haveLunch(world, n);
  });
  await Promise.race([Promise.all(lunches), world.sleep(rush.lengthMs + rush.graceMs)]);
  const tookMs = performance.now() - start;
  clearInterval(everySecond);
  delay.disable();
  world.close();
  await Promise.allSettled(lunches);
  return { world, since, riders, tookMs, ownDelayMs: delay.percentile(99) / 1e6 };
}
