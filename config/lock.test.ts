import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

it("names no registry host", () => {
  const file = path.resolve(import.meta.dirname, "../package-lock.json");
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as {
    packages: Record<string, { resolved?: string }>;
  };
  expect(Object.values(packages).filter((entry) => entry.resolved?.includes("://"))).toEqual([]);
});
