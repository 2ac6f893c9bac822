import type { Sql } from "@sanqi/database";
import { createKafkaBus } from "@sanqi/kafka";
import type { Clock } from "@sanqi/kernel";
import type { Log, Metrics } from "@sanqi/observability";
import { type Bus, createPostgresBus } from "@sanqi/outbox";
import { openRedisChannel } from "@sanqi/redis";
import type { Config } from "../config/config.ts";
import { postgresWire } from "../live/postgres-wire.ts";
import type { OpenHintWire } from "../live/wire.ts";

type Reporting = { readonly config: Config; readonly log: Log; readonly metrics: Metrics };

/** What carries events to their consumers: PostgreSQL alone, or Kafka. */
export function composeBus(outside: Reporting & { readonly clock: Clock }): Bus {
  const { config, clock, log, metrics } = outside;
  if (config.bus.kind === "postgres") return createPostgresBus(clock);
  return createKafkaBus({
    ...config.bus,
    onTrouble: (error, doing) => log.warn("the broker has trouble", { doing, error }),
    onForeign(message) {
      metrics.alarms.inc({ kind: "foreignMessage" });
      log.warn("a message of the topic is none of ours", message);
    },
  });
}

/** What carries live hints between processes: PostgreSQL's NOTIFY, or Redis. */
export function composeHintWire(outside: Reporting & { readonly sql: Sql }): OpenHintWire {
  const { config, sql, log } = outside;
  const { redisUrl } = config;
  if (!redisUrl) return postgresWire(sql);
  const line = {
    url: redisUrl,
    channel: "sanqi_live",
    onTrouble: (error: unknown) => log.warn("the line to Redis broke", { error }),
  };
  return async (ear) => openRedisChannel(line, ear);
}
