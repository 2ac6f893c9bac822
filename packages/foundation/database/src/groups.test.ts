import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inGroups } from "./groups.ts";

/** Runs whose end the test decides. */
function heldRuns() {
  const runs: { items: readonly number[]; end(): void; fail(error: Error): void }[] = [];
  const run = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      runs.push({ items, end: () => resolve(items.map((item) => item * 10)), fail: reject });
    });
  return { runs, run };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("work in groups", () => {
  it("starts at once and alone where a lane is free, and together after a wait", async () => {
    const { runs, run } = heldRuns();
    const ask = inGroups({ run, most: 3, lanes: 1 });
    const answers = [1, 2, 3, 4, 5].map(ask);
    expect(runs.map(({ items }) => items)).toEqual([[1]]);
    runs[0]?.end();
    await settle();
    expect(runs[1]?.items).toEqual([2, 3, 4]);
    runs[1]?.end();
    await settle();
    runs[2]?.end();
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
    expect(runs[2]?.items).toEqual([5]);
  });

  it("keeps apart what must not share a group, and together only what may", async () => {
    const { runs, run } = heldRuns();
    const parity = (item: number) => String(item % 2);
    const rest = (item: number) => String(item % 3);
    const ask = inGroups({ run, most: 10, lanes: 1, within: parity, apart: rest });
    const answers = [100, 1, 2, 4, 7, 3, 5].map(ask);
    const groups: (readonly number[])[] = [];
    for (let n = 0; n < 5; n += 1) {
      groups.push(runs[n]?.items ?? []);
      runs[n]?.end();
      await settle();
    }
    // 7 has the rest of 1, 4 is even and has another rest than 2.
    expect(groups).toEqual([[100], [1, 3, 5], [2, 4], [7], []]);
    expect(await Promise.all(answers)).toEqual([1000, 10, 20, 40, 70, 30, 50]);
  });

  it("lets one item's fault be its own, and everybody's fault everybody's", async () => {
    const run = async (items: readonly number[]) => {
      if (items.includes(3)) throw new Error("three");
      if (items.includes(8)) throw new RangeError("eight");
      return items;
    };
    const ask = inGroups({ run, most: 3, lanes: 1, alone: (error) => !(error instanceof RangeError) });
    const ended = await Promise.allSettled([1, 2, 3, 4, 7, 8, 9].map(ask));
    expect(
      ended.map((one) => (one.status === "fulfilled" ? one.value : (one.reason as Error).message)),
    ).toEqual([1, 2, "three", 4, "eight", "eight", "eight"]);
  });

  it("answers everybody with their own answer, whatever comes when", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.nat(20), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        async (scheduler, items, most, lanes) => {
          let under = 0;
          const work = scheduler.scheduleFunction(async (group: readonly number[]) => group.map((n) => -n));
          const run = async (group: readonly number[]) => {
            under += 1;
            expect(under).toBeLessThanOrEqual(lanes);
            expect(group.length).toBeLessThanOrEqual(most);
            expect(new Set(group.map((item) => item % 4)).size).toBe(group.length);
            const answers = await work(group);
            under -= 1;
            return answers;
          };
          const ask = inGroups({ run, most, lanes, apart: (item) => String(item % 4) });
          const answers = await scheduler.waitFor(Promise.all(items.map(ask)));
          expect(answers).toEqual(items.map((item) => -item));
        },
      ),
    );
  });
});
