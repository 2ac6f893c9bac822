import { manualClock, minute, second } from "@sanqi/kernel";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createGuard, Resting } from "./index.ts";

const rules = {
  ...{ windowMs: minute, minCalls: 10, failureShare: 0.5 },
  ...{ slowMs: 500, restMs: 10 * second, goodProbes: 2 },
};

function scene() {
  const clock = manualClock(1_795_406_400_000);
  let elapsed = 0;
  const changes: string[] = [];
  const guard = createGuard({
    ...{ name: "redis", rules, clock, stopwatch: () => elapsed },
    onChange: ({ state }) => void changes.push(state),
  });
  const pass = (ms: number) => {
    elapsed += ms;
    clock.advance(ms);
  };
  const fail = () => guard.run(() => Promise.reject(new Error("gone"))).catch((error: Error) => error);
  const breakIt = async () => {
    for (let i = 0; i < rules.minCalls; i += 1) await fail();
  };
  return { clock, guard, changes, pass, fail, breakIt };
}
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a guard", () => {
  it("passes answers and errors through, and opens on errors", async () => {
    const { clock, guard, fail, breakIt, changes } = scene();
    expect(await guard.run(async () => 7)).toBe(7);
    expect(await fail()).toMatchObject({ message: "gone" });
    expect(guard.admits()).toBe(true);
    await breakIt();
    expect(guard.admits()).toBe(false);
    expect(changes).toEqual(["open"]);
    expect(guard.health()).toMatchObject({
      ...{ name: "redis", state: "open", since: clock.now(), calls: rules.minCalls },
      probeAt: clock.now() + rules.restMs,
    });
  });

  it("asks nothing while it is open, and says for how long", async () => {
    const { guard, pass, breakIt } = scene();
    await breakIt();
    pass(4 * second);
    const call = vi.fn(async () => 1);
    const refused = await guard.run(call).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Resting);
    expect(refused).toMatchObject({ forMs: 6 * second });
    expect(call).not.toHaveBeenCalled();
  });

  it("counts answers that the caller calls failed", async () => {
    const { guard } = scene();
    const lost = async () => ({ ok: false });
    for (let i = 0; i < rules.minCalls; i += 1) await guard.run(lost, ({ ok }) => !ok);
    expect(guard.health().state).toBe("open");
  });

  it("counts a slow call as failed, and takes its answer all the same", async () => {
    const { guard, pass } = scene();
    const slow = async () => {
      pass(rules.slowMs + 1);
      return "late";
    };
    for (let i = 0; i < rules.minCalls; i += 1) expect(await guard.run(slow)).toBe("late");
    expect(guard.health()).toMatchObject({ state: "open", calls: rules.minCalls, failureRate: 1 });
  });

  it("counts calls that never end, once each", async () => {
    const { guard, pass } = scene();
    const ends: (() => void)[] = [];
    const calls = Array.from({ length: rules.minCalls }, () =>
      guard.run(() => new Promise<void>((end) => ends.push(end))),
    );
    pass(rules.slowMs);
    vi.advanceTimersByTime(rules.slowMs);
    expect(guard.health()).toMatchObject({ state: "open", calls: rules.minCalls });
    for (const end of ends) end();
    await Promise.all(calls);
    expect(guard.health()).toMatchObject({ calls: rules.minCalls, failureRate: 1 });
  });

  it("lets one probe through at a time once it has rested, and closes after some in a row", async () => {
    const { clock, guard, pass, breakIt, changes } = scene();
    await breakIt();
    pass(0.3);
    expect(guard.turn()).toEqual({ may: "none", forMs: rules.restMs });
    expect(guard.health().state).toBe("open");
    pass(rules.restMs);
    expect(guard.turn()).toEqual({ may: "one" });
    expect(guard.health().state).toBe("halfOpen");
    const { promise, resolve: answer } = Promise.withResolvers<number>();
    const probe = guard.run(() => promise);
    expect(guard.turn()).toEqual({ may: "none", forMs: 0 });
    expect(await guard.run(async () => 1).catch((error: unknown) => error)).toBeInstanceOf(Resting);
    answer(1);
    await probe;
    expect(changes).toEqual(["open", "halfOpen"]);
    await guard.run(async () => 1);
    expect(changes).toEqual(["open", "halfOpen", "closed"]);
    expect(guard.health()).toEqual({
      ...{ name: "redis", state: "closed", since: clock.now(), calls: 0, failureRate: 0, probeAt: null },
    });
  });

  it("rests again after a probe that fails or never ends", async () => {
    const { guard, pass, fail, breakIt } = scene();
    await breakIt();
    pass(rules.restMs);
    await fail();
    expect(guard.admits()).toBe(false);
    pass(rules.restMs);
    void guard.run(() => new Promise(() => undefined));
    pass(rules.slowMs);
    vi.advanceTimersByTime(rules.slowMs);
    expect(guard.admits()).toBe(false);
    pass(rules.restMs);
    expect(guard.admits()).toBe(true);
  });
});
