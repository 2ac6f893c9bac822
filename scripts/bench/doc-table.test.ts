import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { tableOf, withTable } from "./doc-table.ts";

const report = {
  name: "orders",
  at: "2026-11-22T10:00:00.000Z",
  machine: { cores: 2, memoryMb: 24_000, node: "v24.1.0", postgres: "15.9" },
  figures: {
    raw_orders_s: { value: 3210, unit: "orders/s", goal: null },
    place_over_raw: { value: 0.4, unit: "×", goal: 0.45 },
    sync_p99_ms: { value: 120, unit: "ms", goal: 300 },
  },
};

it("says what was measured, where, and what was missed", () => {
  const table = tableOf(report, { place_over_raw: "atLeast", sync_p99_ms: "atMost" });
  expect(table).toContain("2 cores, 23 GB, Node v24.1.0, PostgreSQL 15.9, 2026-11-22");
  expect(table).toContain("| `raw_orders_s` | 3,210 orders/s |  |");
  expect(table).toContain("| `place_over_raw` | 0.4 × | ≥ 0.45 (missed) |");
  expect(table).toContain("| `sync_p99_ms` | 120 ms | ≤ 300 |");
});

it("finds its place in the document, again and again", () => {
  const document = readFileSync(path.resolve(import.meta.dirname, "../../docs/performance.md"), "utf8");
  const once = withTable(document, "first");
  expect(withTable(once, "second")).toBe(withTable(document, "second"));
  expect(withTable(once, "second")).not.toContain("first\n<!--");
  expect(() => withTable("nothing", "x")).toThrow("no place");
});
