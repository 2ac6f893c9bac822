import { describe, expect, it } from "vitest";
import { runningFirst, type ShopOffer, stateOf } from "./offer-state";

const now = 1_000;
const offer = (name: string, from: number | null, until: number | null, endedAt: number | null = null) =>
  ({ name: { zh: name, en: name }, endedAt, when: { from, until } }) as unknown as ShopOffer;

describe("an offer's state", () => {
  it("begins and ends at its times, and ends for good when it was ended", () => {
    expect(stateOf(offer("a", null, null), now)).toBe("running");
    expect(stateOf(offer("a", 1_001, null), now)).toBe("coming");
    expect(stateOf(offer("a", 1_000, 1_001), now)).toBe("running");
    expect(stateOf(offer("a", null, 1_000), now)).toBe("over");
    expect(stateOf(offer("a", null, null, 5), now)).toBe("ended");
  });
  it("puts what runs first", () => {
    const offers = [
      offer("ended", null, null, 1),
      offer("over", null, 1),
      offer("running", null, null),
      offer("coming", 9_999, null),
    ];
    expect(runningFirst(offers, now).map(({ name }) => name.en)).toEqual([
      "running",
      "coming",
      "over",
      "ended",
    ]);
  });
});
