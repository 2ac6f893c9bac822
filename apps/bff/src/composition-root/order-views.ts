import type { SharedStore } from "@sanqi/cache";
import { type Clock, ok } from "@sanqi/kernel";
import type { Log, Metrics } from "@sanqi/observability";
import { type OrderUseCases, readViews } from "@sanqi/orders/use-cases";
import { openRedisStore, type RedisStore } from "@sanqi/redis";
import type { BreakerRules, Guard } from "@sanqi/resilience";
import type { Breakers } from "../breakers/breakers.ts";
import type { Config } from "../config/config.ts";
import type { LiveFeed } from "../live/feed.ts";
import { createOrderViews, type OrderViews, viewFormat, viewIn } from "../order-views/order-views.ts";

type Outside = {
  readonly config: Pick<Config, "redisUrl">;
  readonly clock: Clock;
  readonly stopwatch: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly breakers: Breakers;
};

/** Slower than this, the database is asked instead. */
const answerMs = 500;
const redisRules: BreakerRules = {
  ...{ windowMs: 10_000, minCalls: 20, failureShare: 0.5, slowMs: answerMs },
  ...{ restMs: 2_000, goodProbes: 3 },
};

/** While Redis is given a rest nobody waits for it: every call fails at once, and the cache goes on without. */
const guarded = (store: SharedStore, guard: Guard): SharedStore => ({
  get: (key) => guard.run(() => store.get(key)),
  put: (key, frame) => guard.run(() => store.put(key, frame)),
  outdate: (key, version, lifeMs) => guard.run(() => store.outdate(key, version, lifeMs)),
});

/** The use-cases, with the one that people call again and again answered by what is kept. */
export const readingKept = (orders: OrderUseCases, orderViews: OrderViews): OrderUseCases => ({
  ...orders,
  async get(caller, orderId, seen = null) {
    const kept = await orderViews.read(caller, orderId, seen);
    return kept.ok ? ok(viewIn(kept.value)) : kept;
  },
});

/** What hosts see of orders: memory, Redis where there is one, database. */
export function composeOrderViews(
  { config, clock, stopwatch, log, metrics, breakers }: Outside,
  { live, ...reading }: Pick<Parameters<typeof readViews>[0], "store" | "pictures"> & { live: LiveFeed },
): { orderViews: OrderViews; closeViews(): void } {
  let redis: RedisStore | null = null;
  if (config.redisUrl)
    redis = openRedisStore({
      url: config.redisUrl,
      prefix: `sanqi:order-view:${viewFormat}:`,
      answerMs,
      onTrouble: (error) => log.warn("Redis keeps no order views", { error }),
    });
  const counted = (level: "memory" | "absent" | "shared" | "database") =>
    metrics.orderViews.labels({ level });
  const counters = {
    memory: counted("memory"),
    absent: counted("absent"),
    shared: counted("shared"),
    database: counted("database"),
  };
  const orderViews = createOrderViews({
    readViews: readViews({ ...reading, clock }),
    shared: redis && guarded(redis, breakers.guard("redis", redisRules)),
    clock,
    stopwatch,
    count: (level) => counters[level].inc(),
  });
  live.hearFirst(orderViews.heard);
  return { orderViews, closeViews: () => redis?.close() };
}
