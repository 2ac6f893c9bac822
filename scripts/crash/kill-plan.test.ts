import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../rush/random.ts";
import { allBoundaries, createKillPlan } from "./kill-plan.ts";

const root = path.resolve(import.meta.dirname, "../..");
const sources = globSync("{apps/bff,packages}/**/src/**/*.ts", {
  cwd: root,
  exclude: ["**/node_modules/**", "**/*.test.ts"],
}).map((file) => readFileSync(path.join(root, file), "utf8"));

describe("the step boundaries", () => {
  it.each(allBoundaries)("%s is reached at one place of the product", (boundary) => {
    const calls = sources.reduce((sum, text) => sum + text.split(`reach("${boundary}")`).length - 1, 0);
    expect(calls).toBe(1);
  });
});

describe("a kill plan", () => {
  const everything = (seed: number) => {
    const plan = createKillPlan(seededRandom(seed));
    const armed: string[] = [];
    for (const place of ["web", "worker", "afterHours"] as const)
      for (let arming = plan.next(place, "kafka"); arming; arming = plan.next(place, "kafka"))
        armed.push(`${arming.boundary}:${arming.times}`);
    return { plan, armed };
  };

  it("arms every boundary once, in an order that the seed repeats", () => {
    const { armed } = everything(3);
    expect(armed.map((each) => each.split(":")[0]).sort()).toEqual([...allBoundaries].sort());
    expect(everything(3).armed).toEqual(armed);
    expect(everything(4).armed).not.toEqual(armed);
  });

  it("brings back what was not reached before it arms anything a second time", () => {
    const plan = createKillPlan(seededRandom(1));
    const first = plan.next("afterHours", "postgres");
    if (!first) throw new Error("nothing to arm");
    plan.giveBack(first);
    const others = [];
    for (
      let arming = plan.next("afterHours", "postgres");
      arming;
      arming = plan.next("afterHours", "postgres")
    ) {
      others.push(arming.boundary);
      if (arming.boundary !== first.boundary) plan.hit(arming);
      else break;
    }
    expect(others.at(-1)).toBe(first.boundary);
    expect(new Set(others).size).toBe(others.length);
    expect(plan.open("afterHours")).toBe(1);
  });

  it("arms what only Kafka has in rounds with Kafka only", () => {
    const plan = createKillPlan(seededRandom(1));
    const names = [];
    for (let arming = plan.next("worker", "postgres"); arming; arming = plan.next("worker", "postgres"))
      names.push(arming.boundary);
    expect(names).not.toContain("reader.laid");
    expect(plan.next("worker", "kafka")?.boundary).toBe("reader.laid");
  });
});
