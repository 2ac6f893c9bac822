import type { Log } from "@sanqi/observability";
import pg from "pg";

/**
 * The library's connections. A pool of its own making would be left behind with nobody listening when it stops, and a connection
 * that breaks in that moment would end the process.
 */
export function createLibraryPool(databaseUrl: string, { max, log }: { max: number; log: Log | null }) {
  const pool = new pg.Pool({ connectionString: libraryUrl(databaseUrl), max });
  const told = (error: Error) => log?.warn("a connection of the job library broke", { error });
  pool.on("error", told);
  pool.on("connect", (client) => client.on("error", told));
  return pool;
}

/** This driver is told to understand `sslmode` as ours does. */
function libraryUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  if (url.searchParams.has("sslmode")) url.searchParams.set("uselibpqcompat", "true");
  url.searchParams.set("application_name", "sanqi-jobs");
  return url.href;
}
