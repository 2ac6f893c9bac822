import { describe, expect, it } from "vitest";
import { createWalker, stableId, textHash, type WalkGraph } from "./index.ts";

/** A square of 100 m paths with a detour on one side, and an island. */
const graph: WalkGraph = {
  nodes: [
    [121, 31],
    [121.001, 31],
    [121.001, 31.001],
    [121, 31.001],
    [122, 32],
    [122.001, 32],
  ],
  edges: [
    { from: 0, to: 1, metres: 100, via: [] },
    { from: 1, to: 2, metres: 100, via: [[121.0011, 31.0005]] },
    { from: 2, to: 3, metres: 100, via: [] },
    { from: 3, to: 0, metres: 350, via: [] },
    { from: 4, to: 5, metres: 100, via: [] },
  ],
};

describe("walker", () => {
  it("takes the shortest way and draws it along the paths, in both directions", () => {
    const walker = createWalker(graph);
    const there = walker.between([121, 31], [121, 31.001]);
    expect(there?.metres).toBe(300);
    expect(there?.path).toContainEqual([121.0011, 31.0005]);
    const back = walker.between([121, 31.001], [121, 31]);
    expect(back?.path).toEqual([...(there?.path ?? [])].reverse());
  });
  it("finds no way between parts that no path joins", () => {
    expect(createWalker(graph).between([121, 31], [122, 32])).toBeNull();
    expect(createWalker({ nodes: [], edges: [] }).between([121, 31], [122, 32])).toBeNull();
  });
});

describe("stable ids", () => {
  it("are ids, the same for the same text and different for others", () => {
    expect(stableId("dish", "sichuan/mapo")).toMatch(/^dsh_[0-9a-z]{20}$/);
    expect(stableId("dish", "a")).toBe(stableId("dish", "a"));
    const hashes = new Set(Array.from({ length: 20_000 }, (_, n) => textHash(`way/${n}`)));
    expect(hashes.size).toBe(20_000);
    // Even a quarter of a hash rarely collides: the lanes are stirred.
    expect(new Set([...hashes].map((h) => h.slice(0, 5))).size).toBeGreaterThan(19_950);
  });
});
