import { manualClock } from "@sanqi/kernel";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type CacheParts, createVersionedCache, type Level } from "./versioned-cache.ts";
import { entryOf, fakeStore, rules } from "./versions-for-tests.ts";

const clock = manualClock(1_000_000);
let versions: Map<string, number>;
let looks: (readonly string[])[];
let levels: Level[];
let free: () => void;

beforeEach(() => {
  versions = new Map([["a", 1]]);
  looks = [];
  levels = [];
  free = () => {};
});

/** `held`: look-ups answer only after `free()`, with what was there when they began. */
function cacheWith(over: Partial<CacheParts<string>> & { held?: boolean } = {}) {
  const { held = false, ...parts } = over;
  return createVersionedCache<string>({
    async load(keys) {
      looks.push(keys);
      const found = keys.flatMap((key) => {
        const version = versions.get(key);
        return version === undefined ? [] : [[key, entryOf(key, version)] as const];
      });
      if (held)
        await new Promise<void>((resolve) => {
          free = resolve;
        });
      return new Map(found);
    },
    shared: null,
    rules,
    clock,
    stopwatch: clock.now,
    count: (level) => levels.push(level),
    ...parts,
  });
}
const textOf = (entry: { body: Buffer } | null) => entry?.body.toString() ?? null;

describe("a versioned cache", () => {
  it("looks once for a thousand who miss at the same time, and then serves from memory", async () => {
    const cache = cacheWith();
    const all = await Promise.all(Array.from({ length: 1_000 }, () => cache.get("a", { atLeast: 0 })));
    expect(new Set(all.map(textOf))).toEqual(new Set(["a@1"]));
    expect(looks).toEqual([["a"]]);
    await cache.get("a", { atLeast: 1 });
    expect(levels).toEqual(["database", "memory"]);
  });

  it("never serves less than the reader has seen", async () => {
    const cache = cacheWith({ shared: fakeStore().store });
    await cache.get("a", { atLeast: 0 });
    versions.set("a", 2);
    expect(textOf(await cache.get("a", { atLeast: 0 }))).toBe("a@1");
    expect(textOf(await cache.get("a", { atLeast: 2 }))).toBe("a@2");
    expect(textOf(await cache.get("a", { atLeast: 0 }))).toBe("a@2");
  });

  it("does not keep what a look-up brings that began before the news of a change", async () => {
    const cache = cacheWith({ held: true });
    const early = cache.get("a", { atLeast: 0 });
    await vi.waitFor(() => expect(looks).toHaveLength(1));
    versions.set("a", 2);
    cache.outdated("a", 2);
    const later = cache.get("a", { atLeast: 0 });
    free();
    await vi.waitFor(() => expect(looks).toHaveLength(2));
    free();
    expect([textOf(await early), textOf(await later)]).toEqual(["a@2", "a@2"]);
    expect(textOf(await cache.get("a", { atLeast: 0 }))).toBe("a@2");
    expect(looks).toHaveLength(2);
  });

  it("believes the database where a reader claims more than there is", async () => {
    const cache = cacheWith();
    expect(textOf(await cache.get("a", { atLeast: 99 }))).toBe("a@1");
  });

  it("asks the database where only the newest will do, in a look-up that begins after the question", async () => {
    const cache = cacheWith();
    await cache.get("a", { atLeast: 0 });
    versions.set("a", 2);
    expect(textOf(await cache.get("a", { atLeast: "newest" }))).toBe("a@2");
  });

  it("serves nothing beyond its time", async () => {
    const cache = cacheWith({
      load: async (keys) => {
        looks.push(keys);
        return new Map(keys.map((key) => [key, entryOf(key, 1, clock.now() + 1_000)]));
      },
      shared: fakeStore().store,
    });
    await cache.get("a", { atLeast: 0 });
    clock.advance(999);
    await cache.get("a", { atLeast: 0 });
    expect(looks).toHaveLength(1);
    clock.advance(1);
    await cache.get("a", { atLeast: 0 });
    expect(looks).toHaveLength(2);
  });

  it("asks again after some seconds, for news that nobody told", async () => {
    const cache = cacheWith();
    await cache.get("a", { atLeast: 0 });
    versions.set("a", 2);
    clock.advance(rules.memoryMs);
    expect(textOf(await cache.get("a", { atLeast: 0 }))).toBe("a@2");
  });

  it("believes nothing any more once news may have been lost, neither in memory nor in the shared store", async () => {
    const { store, kept } = fakeStore();
    const cache = cacheWith({ shared: store });
    await cache.get("a", { atLeast: 0 });
    expect(kept.get("a")?.version).toBe(1);
    versions.set("a", 2);
    cache.distrust();
    expect(textOf(await cache.get("a", { atLeast: 0 }))).toBe("a@2");
  });

  it("does not wait for a look-up that began before news may have been lost", async () => {
    const cache = cacheWith({ held: true });
    const early = cache.get("a", { atLeast: 0 });
    await vi.waitFor(() => expect(looks).toHaveLength(1));
    const freeEarly = free;
    versions.set("a", 2);
    cache.distrust();
    const later = cache.get("a", { atLeast: 0 });
    await vi.waitFor(() => expect(looks).toHaveLength(2));
    free();
    expect(textOf(await later)).toBe("a@2");
    freeEarly();
    // It began before, but by now this process knows better.
    await vi.waitFor(() => expect(looks).toHaveLength(3));
    free();
    expect(textOf(await early)).toBe("a@2");
    expect(textOf(await cache.get("a", { atLeast: 0 }))).toBe("a@2");
  });

  it("shares a load that failed with those who waited, and keeps nothing of it", async () => {
    let down = true;
    const cache = cacheWith({
      load: async (keys) => {
        looks.push(keys);
        if (down) throw new Error("the database is away");
        return new Map(keys.map((key) => [key, entryOf(key, 1)]));
      },
    });
    const both = await Promise.allSettled([cache.get("a", { atLeast: 0 }), cache.get("a", { atLeast: 0 })]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(looks).toHaveLength(1);
    down = false;
    expect(textOf(await cache.get("a", { atLeast: 0 }))).toBe("a@1");
  });
});

describe("keys that do not exist", () => {
  it("cost the database a few look-ups at a time, however many are asked for", async () => {
    let [under, most] = [0, 0];
    const cache = cacheWith({
      load: async (keys) => {
        looks.push(keys);
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
        return new Map();
      },
    });
    const made = Array.from({ length: 1_000 }, (_, n) => `made-up-${n}`);
    await Promise.all(made.map((key) => cache.get(key, { atLeast: 0 })));
    expect(looks).toHaveLength(10);
    expect(most).toBe(2);
  });

  it("are remembered for a while, and no longer once they were made", async () => {
    const cache = cacheWith();
    expect(await cache.get("b", { atLeast: 0 })).toBeNull();
    expect(await cache.get("b", { atLeast: 0 })).toBeNull();
    expect(levels).toEqual(["database", "absent"]);
    versions.set("b", 1);
    expect(textOf(await cache.get("b", { atLeast: 1 }))).toBe("b@1");
    await cache.get("c", { atLeast: 0 });
    versions.set("c", 1);
    cache.outdated("c", 1);
    expect(textOf(await cache.get("c", { atLeast: 0 }))).toBe("c@1");
    await cache.get("d", { atLeast: 0 });
    versions.set("d", 1);
    clock.advance(rules.absentMs);
    expect(textOf(await cache.get("d", { atLeast: 0 }))).toBe("d@1");
  });

  it("push out nothing that exists", async () => {
    const cache = cacheWith();
    await cache.get("a", { atLeast: 0 });
    for (let n = 0; n < 3 * rules.maxAbsent; n += 1) await cache.get(`made-up-${n}`, { atLeast: 0 });
    levels.length = 0;
    await cache.get("a", { atLeast: 0 });
    expect(levels).toEqual(["memory"]);
  });
});

describe("the shared store", () => {
  it("saves the next process a look-up", async () => {
    const { store } = fakeStore();
    await cacheWith({ shared: store }).get("a", { atLeast: 0 });
    looks = [];
    expect(textOf(await cacheWith({ shared: store }).get("a", { atLeast: 1 }))).toBe("a@1");
    expect(looks).toEqual([]);
  });

  it("is passed over where it is behind what was heard", async () => {
    const { store, kept } = fakeStore();
    await cacheWith({ shared: store }).get("a", { atLeast: 0 });
    const old = kept.get("a");
    versions.set("a", 2);
    const cache = cacheWith({ shared: store });
    cache.announce("a", 2);
    if (old) kept.set("a", old);
    levels = [];
    expect(textOf(await cache.get("a", { atLeast: 0 }))).toBe("a@2");
    expect(levels).toEqual(["database"]);
  });

  it("costs nothing but a look-up where it fails or holds nonsense", async () => {
    const broken = async () => Promise.reject(new Error("away"));
    const away = cacheWith({ shared: { get: broken, put: broken, outdate: broken } });
    away.announce("a", 1);
    expect(textOf(await away.get("a", { atLeast: 0 }))).toBe("a@1");
    const { store, kept } = fakeStore();
    kept.set("a", { version: 1, bytes: Buffer.from("{nonsense\n") });
    expect(textOf(await cacheWith({ shared: store }).get("a", { atLeast: 0 }))).toBe("a@1");
  });
});

describe("the memory", () => {
  it("is bounded in bytes: what was read longest ago goes first", async () => {
    const cache = cacheWith({ rules: { ...rules, maxBytes: 1_600 } });
    for (const key of ["a", "b", "c", "d"]) versions.set(key, 1);
    for (const key of ["a", "b", "c", "d"]) await cache.get(key, { atLeast: 0 });
    levels.length = 0;
    await cache.get("d", { atLeast: 0 });
    await cache.get("a", { atLeast: 0 });
    expect(levels).toEqual(["memory", "database"]);
  });
});
