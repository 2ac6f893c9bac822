import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Figures } from "../report.ts";
import type { Bench } from "./context.ts";
import { benchFlood } from "./parts/flood.ts";
import { benchGrowth } from "./parts/growth.ts";
import { benchHot } from "./parts/hot.ts";
import { benchKitchen } from "./parts/kitchen.ts";
import { benchPlace } from "./parts/place.ts";
import { benchStatus } from "./parts/status.ts";
import { benchSync } from "./parts/sync.ts";

/** What `--only` knows, in the order in which it runs. */
export const parts = {
  place: { title: "place order beside pgbench", run: benchPlace },
  hot: { title: "everybody wants one dish", run: benchHot },
  flood: { title: "orders that arrive at once", run: benchFlood },
  status: { title: "reading one's order beside a bare server", run: benchStatus },
  sync: { title: "from a change to the phones that look at it", run: benchSync },
  kitchen: { title: "from a paid notification to the kitchen's board", run: benchKitchen },
  growth: { title: "one order beside millions of old ones", run: benchGrowth },
} as const satisfies Record<string, { title: string; run: (bench: Bench) => Promise<Figures> }>;
export type PartName = keyof typeof parts;

export const isPart = (name: string): name is PartName => Object.hasOwn(parts, name);

/** The keys of reports/orders.json; `good` is no part of the file, so it is told here for figures of an earlier run. */
export const goodSides: Readonly<Record<string, "atLeast" | "atMost">> = {
  raw_orders_s: "atLeast",
  place_orders_s: "atLeast",
  place_over_raw: "atLeast",
  burst_orders_s: "atLeast",
  burst_over_raw: "atLeast",
  hot_over_spread: "atLeast",
  flood_sent: "atMost",
  flood_lost: "atMost",
  flood_doubled: "atMost",
  flood_seconds: "atMost",
  flood_rss_mb: "atMost",
  status_over_bare: "atLeast",
  status_p99_ms_half_load: "atMost",
  sync_p99_ms: "atMost",
  paid_to_kitchen_p99_ms: "atMost",
  growth_ratio: "atMost",
};

export const inReportOrder = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(goodSides).flatMap(([key, good]) => {
      const figure = figures[key];
      return figure ? [[key, { ...figure, good }] as const] : [];
    }),
  );

/** What an earlier run has written: parts are measured one by one, and the report holds all of them. */
export function earlierFigures(name: string): Figures {
  const file = path.resolve(import.meta.dirname, `../../reports/${name}.json`);
  if (!existsSync(file)) return {};
  return (JSON.parse(readFileSync(file, "utf8")) as { figures: Figures }).figures;
}
