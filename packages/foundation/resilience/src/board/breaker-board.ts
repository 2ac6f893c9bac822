import { inTransaction, type Sql } from "@sanqi/database";
import { type CampusId, minute, second } from "@sanqi/kernel";
import type { GuardHealth } from "../guard.ts";

/** A process that has not reported for so long is gone, or cut off from the database. */
const aliveFor = 20 * second;
const forgottenAfter = 10 * minute;

export type BreakerReport = GuardHealth & {
  /** Which process says so. */
  readonly process: string;
  /** Epoch ms of its last report. */
  readonly seenAt: number;
};

/**
 * Where processes write down how their breakers stand. It decides nothing: each breaker goes by its own process's calls, also
 * while the database is away.
 */
export type BreakerBoard = {
  /** All breakers of this process; to be repeated every few seconds. */
  report(campusId: CampusId, breakers: readonly GuardHealth[]): Promise<void>;
  /** The breakers of all processes that are alive. */
  list(campusId: CampusId): Promise<BreakerReport[]>;
  /** This process is about to end. */
  leave(campusId: CampusId): Promise<void>;
};

/** @param process a name that no other process has, also none that this one follows */
export function createBreakerBoard(sql: Sql, process: string, clock: { now(): number }): BreakerBoard {
  return {
    report: (campusId, breakers) =>
      inTransaction(sql, async (tx) => {
        const seenAt = clock.now();
        const rows = breakers.map(({ failureRate, ...breaker }) => ({
          ...{ campusId, process, ...breaker, seenAt },
          failures: Math.round(failureRate * breaker.calls),
        }));
        if (rows.length > 0)
          await tx`
            insert into breaker_state ${tx(rows)}
            on conflict (campus_id, process, name) do update set state = excluded.state, since = excluded.since,
              calls = excluded.calls, failures = excluded.failures, probe_at = excluded.probe_at,
              seen_at = excluded.seen_at`;
        await tx`
          delete from breaker_state where campus_id = ${campusId} and seen_at < ${seenAt - forgottenAfter}`;
      }),
    async list(campusId) {
      const rows = await sql<(Omit<BreakerReport, "failureRate"> & { failures: number })[]>`
        select process, name, state, since, calls, failures, probe_at, seen_at from breaker_state
        where campus_id = ${campusId} and seen_at > ${clock.now() - aliveFor} order by name, process`;
      return rows.map(({ failures, ...breaker }) => ({
        ...breaker,
        failureRate: breaker.calls === 0 ? 0 : failures / breaker.calls,
      }));
    },
    async leave(campusId) {
      await sql`delete from breaker_state where campus_id = ${campusId} and process = ${process}`;
    },
  };
}
