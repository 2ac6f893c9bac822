import { afterAll, beforeAll, expect, it } from "vitest";
import type { Figures } from "../report.ts";
import { type Bench, openBench } from "./context.ts";
import { type PartName, parts } from "./figures.ts";
import { quick } from "./size.ts";

let bench: Bench;
const said: string[] = [];

beforeAll(async () => {
  bench = await openBench({
    size: quick,
    placePath: "/orders",
    say: (line) => said.push(line),
    onDeath: (what) => said.push(`died: ${what}`),
  });
}, 240_000);
afterAll(() => bench?.close());

/** Tiny, so that the benchmark cannot rot between two runs by hand; its numbers mean nothing and are not looked at. */
it("runs every part on real processes and names every figure", async () => {
  let figures: Figures = {};
  for (const name of Object.keys(parts) as PartName[])
    figures = { ...figures, ...(await parts[name].run(bench)) };
  expect(said.filter((line) => line.startsWith("died"))).toEqual([]);
  expect(Object.keys(figures)).toEqual([
    ...[
      "raw_orders_s",
      "place_orders_s",
      "place_over_raw",
      "burst_orders_s",
      "burst_over_raw",
      "hot_over_spread",
    ],
    ...["flood_sent", "flood_lost", "flood_doubled", "flood_seconds", "flood_rss_mb", "status_over_bare"],
    ...["status_p99_ms_half_load", "sync_p99_ms", "paid_to_kitchen_p99_ms", "growth_ratio"],
  ]);
  expect([figures.flood_lost?.value, figures.flood_doubled?.value]).toEqual([0, 0]);
}, 400_000);
