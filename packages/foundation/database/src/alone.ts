import { setTimeout } from "node:timers/promises";
import type { Sql } from "./connection.ts";

export type Session = Awaited<ReturnType<Sql["reserve"]>>;

/**
 * Runs `work` while no other process runs what has the same key, waiting for its turn. The lock ends with the connection, so
 * that a process which dies lets go.
 * @param key any number that no other use of advisory locks shares
 */
export async function alone<T>(sql: Sql, key: number, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await sql.reserve();
  try {
    // Asked for again and again instead of waited for: a waiting statement would hold up every index that is built live.
    while (!(await session<{ got: boolean }[]>`select pg_try_advisory_lock(${key}) as got`)[0]?.got)
      await setTimeout(200);
    return await work(session);
  } finally {
    // Also after a failure: the connection goes back to the pool, and the lock must not stay with it.
    await session`select pg_advisory_unlock(${key})`.catch(() => undefined);
    session.release();
  }
}
