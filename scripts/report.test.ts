import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { report } from "./report.ts";

it("writes the agreed form and marks what falls short", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sanqi-report-"));
  const said: string[] = [];
  const { file, short } = report(
    {
      name: "probe",
      postgres: "18.1",
      figures: {
        lost: { value: 2, unit: "orders", goal: 0 },
        speed: { value: 99.5, unit: "%", goal: 95, good: "atLeast" },
        seen: { value: 1234, unit: "orders", goal: null },
      },
    },
    { folder, print: (text) => said.push(text) },
  );
  const written = JSON.parse(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true });
  expect(short).toEqual(["lost"]);
  expect(Object.keys(written)).toEqual(["name", "at", "machine", "figures"]);
  expect(Object.keys(written.machine)).toEqual(["cores", "memoryMb", "node", "postgres"]);
  expect(written.figures.speed).toEqual({ value: 99.5, unit: "%", goal: 95 });
  const [lost = "", speed = ""] = (said[0] ?? "").split("\n");
  expect(lost).toContain("falls short");
  expect(speed).not.toContain("falls short");
});
