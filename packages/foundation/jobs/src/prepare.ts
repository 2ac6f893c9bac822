import { runMigrations } from "graphile-worker";
import { libraryLog } from "./library-log.ts";
import { createLibraryPool } from "./library-pool.ts";

/**
 * Brings the library's own schema, `graphile_worker`, to its present form. Each of its steps is a transaction that one process
 * wins, so several may start at once.
 */
export async function prepareJobs(databaseUrl: string): Promise<void> {
  const pgPool = createLibraryPool(databaseUrl, { max: 1, log: null });
  try {
    await runMigrations({ pgPool, logger: libraryLog(null) });
  } finally {
    await pgPool.end();
  }
}
