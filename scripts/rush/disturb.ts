import { setTimeout as pause } from "node:timers/promises";
import type { Figures } from "../report.ts";
import type { DoubledProduct } from "./doubled-product.ts";
import type { World } from "./world.ts";

/** How long the killed processes stay away, ms. */
const awayMs = 3_000;
/** Above this a process of one campus's lunch has a leak, or a queue without an end. */
const mostMb = 512;

type Survivor = { loopP99Ms: number; rssMb: number; samples: number };

/** What a process says of itself; asked past the proxy, from this machine. */
async function look(port: number, seen: Survivor): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(5_000) });
  const text = await answer.text();
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  seen.loopP99Ms = Math.max(seen.loopP99Ms, figure("nodejs_eventloop_lag_p99_seconds") * 1_000);
  seen.rssMb = Math.max(seen.rssMb, figure("process_resident_memory_bytes") / 2 ** 20);
  seen.samples += 1;
}

export type Disturbance = {
  /** Called every second of the rush. */
  onSecond(elapsedMs: number): void;
  /** Waits until everybody is back; what was done and how the survivor bore it. */
  end(world: World): Promise<Figures>;
};

/**
 * Kills a web process and a worker in the middle of a rush as a power cut does, starts them again a little later, and watches
 * the web process that is left.
 */
export function disturb(
  product: DoubledProduct,
  atMs: number,
  onTrouble: (error: unknown) => void,
): Disturbance {
  const [web, survivor] = product.webs;
  const [worker] = product.workers;
  if (!web || !survivor || !worker) throw new Error("two web processes and a worker are needed");
  const seen: Survivor = { loopP99Ms: 0, rssMb: 0, samples: 0 };
  let killed = 0;
  let doing: Promise<unknown> | null = null;
  const strike = async () => {
    for (const one of [web, worker]) {
      await one.kill();
      killed += 1;
      console.error(`\n✂ ${one.name} killed`);
    }
    await pause(awayMs);
    await Promise.all([web.restart(), worker.restart()]);
    console.error(`\n↺ ${web.name} and ${worker.name} are back`);
  };
  return {
    onSecond(elapsedMs) {
      if (elapsedMs >= atMs && !doing) doing = strike().catch(onTrouble);
      // Silence is a finding as well: it shows as too few samples.
      if (doing) void look(survivor.port, seen).catch(() => {});
    },
    async end(world) {
      await doing;
      const codes = [...world.tally.codes];
      const count = (of: RegExp) => codes.reduce((sum, [code, n]) => sum + (of.test(code) ? n : 0), 0);
      return {
        killed: { value: killed, unit: "processes", goal: 2, good: "atLeast" },
        // An answer that says "later" is an answer; one that never comes is what a queue without an end looks like.
        timed_out: { value: count(/timeout|aborted/i), unit: "calls", goal: 0 },
        refused_for_now: { value: count(/BUSY|TOO_MANY/), unit: "calls", goal: null },
        survivor_loop_p99_ms: { value: Math.round(seen.loopP99Ms), unit: "ms", goal: null },
        survivor_rss_mb: { value: Math.round(seen.rssMb), unit: "MB", goal: mostMb },
        survivor_looks: { value: seen.samples, unit: "looks", goal: 3, good: "atLeast" },
      };
    },
  };
}
