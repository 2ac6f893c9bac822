import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

type Entry = { optionalDependencies?: Record<string, string>; resolved?: string; extraneous?: boolean };
const file = path.resolve(import.meta.dirname, "../package-lock.json");
const { packages } = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Entry> };

/** Where Node would look for `name` from the package at `from`, nearest first. */
const places = (from: string, name: string): string[] => {
  const found = [`${from}/node_modules/${name}`];
  for (let at = from; at.includes("node_modules/"); ) {
    at = at.slice(0, at.lastIndexOf("node_modules/"));
    found.push(`${at}node_modules/${name}`);
  }
  return found;
};

describe("the lock file", () => {
  it("names no registry host", () => {
    const hosts = Object.values(packages).filter((entry) => entry.resolved?.includes("://"));
    expect(hosts).toEqual([]);
  });

  it("holds the binaries of every platform, or `npm ci` refuses it", () => {
    // A registry may carry a tool's newest release for some platforms only: then an older release must be pinned.
    const used = Object.entries(packages).filter(([, entry]) => !entry.extraneous);
    const missing = used.flatMap(([from, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !places(from, name).some((place) => place in packages),
      ),
    );
    expect(missing).toEqual([]);
  });
});
