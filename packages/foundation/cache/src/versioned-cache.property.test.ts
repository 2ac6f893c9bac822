import { manualClock } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVersionedCache } from "./versioned-cache.ts";
import { entryOf, fakeStore, rules } from "./versions-for-tests.ts";

const keys = ["a", "b"] as const;
type Key = (typeof keys)[number];
const key = fc.constantFrom(...keys);
const at = fc.constantFrom(0, 1);
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant("read" as const), key, at, reader: fc.nat(2) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("change" as const), key, at, lost: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("again" as const), at }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("later" as const), ms: fc.constantFrom(500, 3_000, 6_000) }),
    },
  ),
  { minLength: 4, maxLength: 24 },
);

describe("two processes with one database and one shared store", () => {
  it("in whatever order calls end: nobody reads less than he has seen, or than his process had heard", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), steps, async (s, plan) => {
        const clock = manualClock(1_000_000);
        const pass = (what: string) => s.schedule(Promise.resolve(), what);
        const database = new Map<string, number>();
        const { store } = fakeStore(pass);
        const processes = [0, 1].map((n) => ({
          heard: new Map<Key, number>(),
          cache: createVersionedCache<string>({
            async load(wanted) {
              await pass(`${n} asks`);
              const now = new Map(database);
              await pass(`${n} is answered`);
              return new Map(
                wanted.flatMap((k) => (now.has(k) ? [[k, entryOf(k, now.get(k) ?? 0)] as const] : [])),
              );
            },
            ...{ shared: store, rules, clock, stopwatch: clock.now },
          }),
        }));
        const seen = new Map<string, number>();
        const hears = (n: number, k: Key, version: number) => {
          const { heard } = processes[n] as (typeof processes)[number];
          heard.set(k, Math.max(version, heard.get(k) ?? 0));
        };
        const running: Promise<unknown>[] = [];
        const read = async (n: number, k: Key, reader: number) => {
          const { cache, heard } = processes[n] as (typeof processes)[number];
          const mine = `${k} ${reader}`;
          const atLeast = seen.get(mine) ?? 0;
          const least = Math.max(atLeast, heard.get(k) ?? 0);
          const entry = await cache.get(k, { atLeast });
          const version = entry?.version ?? 0;
          expect(version).toBeGreaterThanOrEqual(least);
          expect(entry?.body.toString() ?? `${k}@0`).toBe(`${k}@${version}`);
          seen.set(mine, Math.max(version, seen.get(mine) ?? 0));
        };
        const change = async (n: number, k: Key, lost: boolean) => {
          await pass(`${n} commits`);
          const version = (database.get(k) ?? 0) + 1;
          database.set(k, version);
          processes[n]?.cache.announce(k, version);
          hears(n, k, version);
          if (lost) return;
          await pass("hint");
          processes[1 - n]?.cache.outdated(k, version);
          hears(1 - n, k, version);
        };
        for (const step of plan) {
          if (step.do === "read") running.push(read(step.at, step.key, step.reader));
          if (step.do === "change") running.push(change(step.at, step.key, step.lost));
          if (step.do === "later") clock.advance(step.ms);
          if (step.do === "again") {
            processes[step.at]?.cache.distrust();
            // Whatever was changed until now may be asked for from now on.
            for (const k of keys) hears(step.at, k, database.get(k) ?? 0);
          }
          if (s.count() > 0) await s.waitOne();
        }
        await Promise.all([s.waitIdle(), ...running]);
      }),
      { numRuns: 2_000 },
    );
  });
});
