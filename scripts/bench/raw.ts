import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual, promisify } from "node:util";
import { connect } from "@sanqi/database";
import { countRows, type RowCounts, rowsPerOrder } from "./raw-rows.ts";
import { type RawOrder, rawCarts, rawFunction, rawStatement } from "./raw-sql.ts";

const pgbench = "/usr/lib/postgresql/15/bin/pgbench";
const run = promisify(execFile);

export const ways = ["function", "statement"] as const;
export type Way = (typeof ways)[number];
export type RawRun = { readonly way: Way; readonly clients: number; readonly seconds: number };

export type RawLimit = {
  /** Orders a second. */
  measure(plan: RawRun): Promise<number>;
  close(): void;
};

/** Two numbers of pgbench's report; it tells no speed where it got nothing done. */
export function readPgbench(text: string): { tps: number; failed: number } {
  const tps = /actually processed: 0$/m.test(text) ? 0 : Number(/tps = ([\d.]+)/.exec(text)?.[1]);
  if (!Number.isFinite(tps)) throw new Error(`pgbench said: ${text}`);
  return { tps, failed: Number(/number of failed transactions: (\d+)/.exec(text)?.[1] ?? 0) };
}

/**
 * The rows of one order written by pgbench into a database of its own, one order a transaction. Throws where these are other rows than
 * the product's.
 */
export async function openRawLimit(
  databaseUrl: string,
  order: RawOrder,
  written: RowCounts,
): Promise<RawLimit> {
  if (!existsSync(pgbench)) throw new Error("pgbench is missing: apt-get install postgresql-15");
  const folder = mkdtempSync(path.join(tmpdir(), "sanqi-bench-sql-"));
  const draw = `\\set cart random(1, ${order.pairs.length})\n`;
  const scripts: Record<Way, string> = {
    function: path.join(folder, "function.sql"),
    statement: path.join(folder, "statement.sql"),
  };
  writeFileSync(scripts.function, `${draw}select bench_place(:cart);\n`);
  writeFileSync(scripts.statement, `${draw}${rawStatement(order)}\n`);
  const url = new URL(databaseUrl);
  const call = async (way: Way, more: string[]) => {
    const { stdout } = await run(
      pgbench,
      [
        "-n",
        "-M",
        "prepared",
        "-f",
        scripts[way],
        "-h",
        url.hostname,
        "-p",
        url.port,
        "-U",
        "postgres",
      ].concat(more, url.pathname.slice(1)),
      { env: { ...process.env, PGPASSWORD: decodeURIComponent(url.password) } },
    );
    const { tps, failed } = readPgbench(stdout);
    if (failed > 0) throw new Error(`pgbench: ${failed} orders failed`);
    return tps;
  };
  const close = () => rmSync(folder, { recursive: true, force: true });
  const sql = connect(databaseUrl, { max: 1, name: "sanqi-bench-raw" });
  try {
    await sql.unsafe(rawCarts(order));
    await sql.unsafe(rawFunction(order));
    for (const way of ways) {
      const before = await countRows(sql);
      await call(way, ["-c", "1", "-t", "20"]);
      const own = rowsPerOrder(before, await countRows(sql), 20);
      if (!isDeepStrictEqual(own, written))
        throw new Error(
          `the raw ${way} writes ${JSON.stringify(own)}, the product ${JSON.stringify(written)}`,
        );
    }
  } catch (error) {
    close();
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
  return {
    measure: ({ way, clients, seconds }) =>
      call(way, ["-c", String(clients), "-j", "2", "-T", String(seconds)]),
    close,
  };
}
