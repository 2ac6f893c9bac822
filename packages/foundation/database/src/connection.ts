import type driver from "postgres";
import { postgres } from "./mended-postgres.ts";

type Types = { bigint: number };
/** The pool. */
export type Sql = driver.Sql<Types>;
/** One transaction. */
export type Tx = driver.TransactionSql<Types>;
/** Either: what a repository takes. */
export type Queryable = driver.ISql<Types>;

/**
 * A pool with the project's conventions: camelCase columns, bigint (epoch ms, fen, positions) as number with a check that
 * it fits, undefined as null. Errors of the server are thrown as postgres.PostgresError.
 */
export function connect(
  url: string,
  options: { max?: number; name?: string; onNotice?: (text: string) => void } = {},
): Sql {
  return postgres(url, {
    max: options.max ?? 16,
    idle_timeout: 0,
    connect_timeout: 10,
    // Connections keep their plans: one from a quiet night, or from the first minute of an installation, would read whole tables
    // all lunch long. Where there is no index, a table is read whole all the same, and its plan looks so dear that PostgreSQL
    // would compile it: half a second for a question of some milliseconds.
    connection: {
      application_name: options.name ?? "sanqi",
      enable_seqscan: "off",
      jit: "off",
      // Every statement here is planned well without its values; planning it anew costs more than running it.
      plan_cache_mode: "force_generic_plan",
    },
    onnotice: (notice) => options.onNotice?.(notice.message ?? ""),
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel }, undefined: null },
    types: {
      bigint: {
        to: 20,
        from: [20],
        serialize: (value: number) => String(value),
        parse(text: string) {
          const value = Number(text);
          if (!Number.isSafeInteger(value)) throw new RangeError(`bigint too large for a number: ${text}`);
          return value;
        },
      },
    },
  });
}

/** Runs `work` in one transaction: commits when it returns, rolls back when it throws. */
export const inTransaction = <T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> =>
  sql.begin(work) as Promise<T>;

/** A value for a jsonb column. */
export const json = (sql: Queryable, value: unknown) => sql.json(value as driver.JSONValue);
