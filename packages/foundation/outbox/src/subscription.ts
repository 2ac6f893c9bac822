import type { Sql } from "@sanqi/database";
import { type Clock, day, hour } from "@sanqi/kernel";
import { type Consumer, groupOf } from "./consumer.ts";

/** A consumer that no process has named for so long is retired: nothing more is laid into its inbox. */
export const subscriptionLife = day;
const renewEvery = hour;

/**
 * Makes sure that this process's consumers are known before anything is delivered; writes once an hour. A consumer gets what
 * is published after it was first named, or named again after its retirement.
 */
export function createSubscriptions(sql: Sql, consumers: readonly Consumer[], clock: Clock) {
  const wants = consumers.flatMap((c) =>
    c.on.map((type) => ({ consumer: c.name, type, group: groupOf(c), onlyHost: c.onlyHost ?? null })),
  );
  let renewAt = Number.NEGATIVE_INFINITY;
  return {
    async renew(): Promise<void> {
      const now = clock.now();
      if (now < renewAt || wants.length === 0) return;
      // In one order everywhere: processes that start together do not wait for each other in a circle.
      await sql`
        insert into event_subscription as s (consumer, type, seen_at, consumer_group, only_host, since)
        select w.consumer, w.type, ${now}::bigint, w.consumer_group, w.only_host, ${now}::bigint
        from unnest(${wants.map((w) => w.consumer)}::text[], ${wants.map((w) => w.type)}::text[],
          ${wants.map((w) => w.group)}::text[], ${wants.map((w) => w.onlyHost)}::text[])
          as w (consumer, type, consumer_group, only_host)
        order by 1, 2
        on conflict (consumer, type) do update set seen_at = greatest(s.seen_at, excluded.seen_at),
          consumer_group = excluded.consumer_group, only_host = excluded.only_host,
          since = case when s.seen_at > ${now - subscriptionLife}::bigint then s.since else excluded.since end`;
      renewAt = now + renewEvery;
    },
  };
}
