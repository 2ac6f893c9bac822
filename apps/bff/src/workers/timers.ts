import { type Log, newTraceId, withTrace } from "@sanqi/observability";

export type TimedWork = {
  readonly name: string;
  readonly everyMs: number;
  run(traceId: string): Promise<unknown>;
};

/**
 * Repeats what every process has to do for itself, because it is about its own memory; everything else is a job. A run never
 * overlaps with itself, and a failing one is tried again at its next turn.
 */
export function startTimers(works: readonly TimedWork[], log: Log): { stop(): Promise<void> } {
  let stopped = false;
  const running = new Set<Promise<unknown>>();
  const timers = works.map((work) => {
    let busy = false;
    const turn = async () => {
      if (busy || stopped) return;
      busy = true;
      const traceId = newTraceId();
      await withTrace(traceId, () => work.run(traceId)).catch((error: unknown) =>
        log.error(`timer ${work.name} failed`, { traceId, error }),
      );
      busy = false;
    };
    return setInterval(() => {
      const run = turn();
      running.add(run);
      void run.finally(() => running.delete(run));
    }, work.everyMs);
  });
  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}
