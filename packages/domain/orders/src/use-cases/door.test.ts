import { manualClock, second } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { createDoor } from "./door.ts";

const start = 1_795_665_600_000;
const isIn = (entered: ReturnType<ReturnType<typeof createDoor>["enter"]>) => "leave" in entered;

describe("the door to placing orders", () => {
  it("lets in as many as may be inside, and one more for each that leaves", () => {
    const door = createDoor(manualClock(start), 2);
    const first = door.enter();
    expect([first, door.enter(), door.enter()].map(isIn)).toEqual([true, true, false]);
    if ("leave" in first) first.leave();
    expect([door.enter(), door.enter()].map(isIn)).toEqual([true, false]);
  });

  it("spreads those whom it sends away over the time that their orders need", () => {
    const clock = manualClock(start);
    const door = createDoor(clock, 100);
    const guests = Array.from({ length: 100 }, () => door.enter());
    const waits = Array.from({ length: 1_000 }, () => {
      const sent = door.enter();
      return "leave" in sent ? 0 : sent.retryAfterSeconds;
    });
    // 200 a second are expected at first: 1,000 come back within 5 s, after the 100 inside.
    expect(Math.min(...waits)).toBe(1);
    expect(Math.max(...waits)).toBe(6);
    const bySecond = Map.groupBy(waits, (wait) => wait);
    expect(Math.max(...[...bySecond.values()].map((some) => some.length))).toBeLessThanOrEqual(201);
    for (const guest of guests) if ("leave" in guest) guest.leave();
    expect(isIn(door.enter())).toBe(true);
  });

  it("learns how fast orders are placed", () => {
    const clock = manualClock(start);
    const door = createDoor(clock, 100);
    const inside = Array.from({ length: 100 }, () => door.enter());
    // A thousand a second.
    for (let n = 0; n < 3_000; n += 1) {
      clock.advance(1);
      const one = inside.shift();
      if (one && "leave" in one) one.leave();
      inside.push(door.enter());
    }
    const waits = Array.from({ length: 1_000 }, () => {
      const sent = door.enter();
      return "leave" in sent ? 0 : sent.retryAfterSeconds;
    });
    expect(Math.max(...waits)).toBe(2);
  });

  it("sends nobody away for long, also where the clock is set back", () => {
    const clock = manualClock(start);
    const door = createDoor(clock, 1);
    door.enter();
    for (let n = 0; n < 100_000; n += 1) door.enter();
    expect(door.enter()).toEqual({ retryAfterSeconds: 30 });
    clock.set(start - 3_600 * second);
    expect(door.enter()).toEqual({ retryAfterSeconds: 30 });
  });
});
