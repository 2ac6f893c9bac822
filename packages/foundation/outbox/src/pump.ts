import type { Sql } from "@sanqi/database";
import type { Clock } from "@sanqi/kernel";
import type { Consumer } from "./consumer.ts";
import { dispatchBatch, type Failure } from "./dispatch.ts";
import { type Published, publishBatch } from "./relay.ts";
import { createSubscriptions } from "./subscription.ts";

export type Pump = {
  /** Something was committed to the outbox: look now instead of at the next poll. */
  wake(): void;
  /** Waits until nothing is due; for tests and for an orderly stop. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

export type PumpOptions = {
  readonly sql: Sql;
  readonly consumers: readonly Consumer[];
  readonly clock: Clock;
  /** How often to look without being woken: events of other processes, retries that fall due. */
  readonly pollMs?: number;
  readonly onPublished?: (events: readonly Published[]) => void;
  readonly onFailure: (failure: Failure) => void;
  /** The database did not answer; the pump goes on trying. */
  readonly onTrouble: (error: unknown) => void;
};

/** Runs the relay and all consumers of this process until stopped. Consumers do not wait for each other. */
export function startPump(options: PumpOptions): Pump {
  const { sql, consumers, clock, pollMs = 200 } = options;
  const subscriptions = createSubscriptions(sql, consumers, clock);
  let stopped = false;
  const loops = [
    loop(async () => {
      await subscriptions.renew();
      const published = await publishBatch(sql, clock);
      if (published.length > 0) {
        options.onPublished?.(published);
        const types = new Set(published.map((event) => event.type));
        consumers.forEach((consumer, index) => {
          // The publishing loop comes first, then one loop a consumer.
          if (consumer.on.some((type) => types.has(type))) loops[index + 1]?.wake();
        });
      }
      return published.length;
    }),
    ...consumers.map((consumer) => loop(() => dispatchBatch(sql, consumer, clock, options.onFailure))),
  ];

  /** One worker: works while there is work, then sleeps until woken or until the poll is due. */
  function loop(work: () => Promise<number>) {
    let woken = false;
    let rouse: (() => void) | null = null;
    let rested = () => {};
    let resting = new Promise<void>((resolve) => (rested = resolve));
    const wake = () => {
      woken = true;
      if (!rouse) return;
      // From now on the worker counts as busy, before it runs again: whoever awaits `idle` must not miss this round.
      resting = new Promise((resolve) => (rested = resolve));
      rouse();
      rouse = null;
    };
    const run = async () => {
      while (!stopped) {
        woken = false;
        const done = await work().catch((error: unknown) => {
          if (!stopped) options.onTrouble(error);
          return 0;
        });
        if (done > 0 || woken || stopped) continue;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(wake, pollMs);
          rouse = () => {
            clearTimeout(timer);
            resolve();
          };
          rested();
        });
      }
      rested();
    };
    const running = run();
    const idle = () => {
      wake();
      return resting;
    };
    return { wake, running, idle };
  }

  return {
    wake: () => loops[0]?.wake(),
    async idle() {
      // Consumers may write new events, which are published and consumed in turn: repeat until a whole round finds nothing.
      for (;;) {
        for (const each of loops) await each.idle();
        const [row] = await sql<{ due: boolean }[]>`
          select exists (select 1 from outbox where not published)
            or exists (select 1 from inbox where state = 'waiting' and next_at <= ${clock.now()}
              and consumer = any(${consumers.map((c) => c.name)}::text[])) as due`;
        if (!row?.due || stopped) return;
      }
    },
    async stop() {
      stopped = true;
      for (const each of loops) each.wake();
      await Promise.all(loops.map((each) => each.running));
    },
  };
}
