/**
 * Prints what the built hosts weigh, writes reports/builds.json and exits 1 above a budget of budget.json or where a
 * host has not been built. `node check-budget.ts [host…]` looks at some only; the report is then left alone.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { h5Sizes, isBuilt, miniSizes } from "./package-sizes.ts";

type Budget = Record<
  "weapp" | "alipay" | "dd",
  { mainBytes: number; subPackageBytes: number; totalBytes: number }
> & {
  h5: { firstJsGzipBytes: number; totalBytes: number };
};
type Row = { host: string; what: string; bytes: number; limit: number };

const here = import.meta.dirname;
const budget = JSON.parse(readFileSync(join(here, "budget.json"), "utf8")) as Budget;
const all = ["weapp", "alipay", "dd", "h5"] as const;
const asked = process.argv.slice(2);
const chosen = all.filter((host) => asked.length === 0 || asked.includes(host));

function rowsOf(host: (typeof all)[number]): Row[] {
  const dist = join(here, "dist", host);
  if (host === "h5") {
    const { firstJsGzipBytes, totalBytes } = h5Sizes(dist);
    return [
      { host, what: "first JS, gzip", bytes: firstJsGzipBytes, limit: budget.h5.firstJsGzipBytes },
      { host, what: "total", bytes: totalBytes, limit: budget.h5.totalBytes },
    ];
  }
  const sizes = miniSizes(dist);
  const limits = budget[host];
  const parts = Object.entries(sizes.subPackages).map(([what, bytes]) => ({
    host,
    what,
    bytes,
    limit: limits.subPackageBytes,
  }));
  return [
    { host, what: "main", bytes: sizes.mainBytes, limit: limits.mainBytes },
    ...parts,
    { host, what: "total", bytes: sizes.totalBytes, limit: limits.totalBytes },
  ];
}

const missing = chosen.filter((host) => !isBuilt(join(here, "dist", host), host));
const rows = chosen.filter((host) => !missing.includes(host)).flatMap(rowsOf);
for (const { host, what, bytes, limit } of rows) {
  const mark = bytes > limit ? "  ABOVE BUDGET" : "";
  console.log(
    `${host.padEnd(7)} ${what.padEnd(18)} ${bytes.toLocaleString("en").padStart(11)} of ${limit.toLocaleString("en")} bytes${mark}`,
  );
}
for (const host of missing) console.log(`${host.padEnd(7)} not built: run npm run build:${host}`);

if (asked.length === 0) {
  const figure = (key: string, host: string, what: string) => {
    const row = rows.find((one) => one.host === host && one.what === what);
    return row ? { [key]: { value: row.bytes, unit: "bytes", goal: row.limit } } : {};
  };
  const report = {
    name: "builds",
    at: new Date().toISOString(),
    machine: {
      cores: cpus().length,
      memoryMb: Math.round(totalmem() / 1048576),
      node: process.version,
      postgres: null,
    },
    figures: {
      ...figure("weapp_main_bytes", "weapp", "main"),
      ...figure("alipay_main_bytes", "alipay", "main"),
      ...figure("dd_main_bytes", "dd", "main"),
      ...figure("h5_js_gzip_bytes", "h5", "first JS, gzip"),
    },
  };
  const folder = join(here, "..", "..", "reports");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "builds.json"), `${JSON.stringify(report, null, 2)}\n`);
}
process.exitCode = missing.length > 0 || rows.some((row) => row.bytes > row.limit) ? 1 : 0;
