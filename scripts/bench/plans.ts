import { connect } from "@sanqi/database";
import { createLog } from "@sanqi/observability";
import { readConfig } from "../../apps/bff/src/config/config.ts";
import { startProduct } from "../../apps/bff/src/product.ts";
import type { Bench } from "./context.ts";
import { orderRequests, type Target } from "./requests.ts";
import { openLane } from "./wire.ts";

/** From the sixth call on PostgreSQL may have settled on a plan for all values. */
const calls = 8;

/** Distinct plans of what PostgreSQL said, without the time that each took. */
export function plansIn(notices: readonly string[]): string[] {
  const plans = notices
    // The client's own question about types is asked once a connection.
    .filter((text) => text.startsWith("duration:") && !text.includes("pg_catalog.pg_type"))
    .map((text) => text.replace(/^duration: [\d.]+ ms +plan:\s*/, "").trim());
  return [...new Set(plans)];
}

/** The plans of every statement that one order runs, those inside functions included, as the database at `url` makes them now. */
export async function plansOfOneOrder(bench: Bench, url: string, firstGuest: number): Promise<string[]> {
  const name = new URL(url).pathname.slice(1);
  const sql = connect(url, { max: 1, name: "sanqi-bench-plans" });
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_level": "notice",
  };
  for (const [key, value] of Object.entries(settings))
    await sql.unsafe(`alter database ${name} set ${key} = '${value}'`);
  let notices: string[] = [];
  const log = createLog({
    name: "plans",
    level: "debug",
    write(line) {
      const { text } = JSON.parse(line) as { text?: string };
      if (text) notices.push(text);
    },
  });
  try {
    const config = readConfig({
      ...bench.stage.environment,
      DATABASE_URL: url,
      PORT: "0",
      SANQI_ROLES: "web",
    });
    const product = await startProduct(config, { clock: { now: bench.stage.now }, log });
    const target: Target = { port: product.port, path: bench.placePath, campusId: bench.campusId };
    const request = orderRequests(target, bench.carts);
    const lane = openLane({ port: product.port, patienceMs: 20_000 });
    for (let n = 0; n < calls; n += 1) {
      notices = [];
      const { status, body } = await lane.send(request(firstGuest + n));
      if (status !== 200) throw new Error(`no order to explain: ${body}`);
    }
    lane.close();
    await product.stop();
    return plansIn(notices);
  } finally {
    await sql.unsafe(`alter database ${name} reset all`);
    await sql.end({ timeout: 1 });
  }
}
