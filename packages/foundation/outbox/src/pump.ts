import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "@sanqi/database";
import { type Clock, day, minute } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import { type Bus, createPostgresBus, type Inboxes } from "./bus.ts";
import { type Consumer, groupOf } from "./consumer.ts";
import { dispatchBatch, type Failure } from "./dispatch.ts";
import { isDue, layForGroup, layMissed } from "./inbox.ts";
import { startLoop } from "./loop.ts";
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
  /** PostgreSQL alone unless told otherwise. */
  readonly bus?: Bus;
  /** How often to look without being woken: events of other processes, retries that fall due. */
  readonly pollMs?: number;
  readonly onPublished?: (events: readonly Published[]) => void;
  /** So many deliveries were owed by the broker and were made up from the outbox. */
  readonly onMissed?: (deliveries: number) => void;
  readonly onFailure: (failure: Failure) => void;
  /** The database or the broker did not answer; the pump goes on trying. */
  readonly onTrouble: (error: unknown) => void;
};

/** A broker that has taken an event and not delivered it by now is not waited for. */
const patience = minute;
/** How far back is looked at the start, where another process or another bus may have left something. */
const lookBack = day;

/** Runs the relay, the bus and all consumers of this process until stopped. Consumers do not wait for each other. */
export function startPump(options: PumpOptions): Pump {
  const { sql, consumers, clock, pollMs = 200, onTrouble, bus = createPostgresBus(clock) } = options;
  const stopping = new AbortController();
  const stopped = stopping.signal;
  const subscriptions = createSubscriptions(sql, consumers, clock);
  const desks = consumers.map((consumer) => ({
    consumer,
    loop: startLoop({
      work: () => dispatchBatch(sql, consumer, clock, options.onFailure),
      // What is published here wakes them; the poll is for retries, and for what others have published.
      ...{ pollMs: pollMs * 3, stopped, onTrouble },
    }),
  }));
  const wakeWhere = (concerned: (consumer: Consumer) => boolean) => {
    for (const { consumer, loop } of desks) if (concerned(consumer)) loop.wake();
  };
  const inboxes: Inboxes = {
    groups: [...new Set(consumers.map(groupOf))],
    async deliver(group, events) {
      const { consumers: concerned, unknown } = await layForGroup(sql, { group, events }, clock);
      wakeWhere(({ name }) => concerned.includes(name));
      return unknown;
    },
  };

  let receiving: { stop(): Promise<void> } | null = null;
  let lookedUntil = clock.now() - lookBack;
  const makeUp = async (to: number) => {
    const missed = await layMissed(sql, { from: lookedUntil, to }, clock);
    if (missed > 0) options.onMissed?.(missed);
    lookedUntil = to;
  };
  const relay = startLoop({
    async work() {
      await subscriptions.renew();
      const now = clock.now();
      if (!receiving) {
        // Before anything newer is delivered: events of one key stay in order even where the bus was changed.
        await makeUp(now);
        receiving = bus.receive(inboxes);
      } else if (bus.carriedBy === "broker" && now - lookedUntil > 2 * patience) await makeUp(now - patience);
      const published = await publishBatch(sql, bus, clock);
      if (published.length > 0) {
        reach("relay.published");
        options.onPublished?.(published);
        const types = new Set(published.map((event) => event.type));
        if (bus.carriedBy === "inbox") wakeWhere(({ on }) => on.some((type) => types.has(type)));
      }
      return published.length;
    },
    ...{ pollMs, stopped, onTrouble },
  });

  return {
    wake: relay.wake,
    async idle() {
      // Consumers may write new events, which are published and consumed in turn: repeat until a whole round finds nothing.
      for (;;) {
        const loops = [relay, ...desks.map((desk) => desk.loop)];
        for (const loop of loops) await loop.idle();
        const names = consumers.map((consumer) => consumer.name);
        const due = await isDue(sql, { consumers: names, owedFrom: clock.now() - 10 * minute }, clock);
        // What was taken meanwhile is not due any more, and not done either.
        if (stopped.aborted || (!due && loops.every((loop) => loop.resting()))) return;
        if (bus.carriedBy === "broker") await pause(pollMs / 10);
      }
    },
    async stop() {
      stopping.abort();
      await relay.running;
      await receiving?.stop();
      await Promise.all(desks.map((desk) => desk.loop.running));
    },
  };
}
