import { describe, expect, it } from "vitest";
import { createSeenVersions } from "./seen-versions";

describe("what a phone has seen of orders", () => {
  it("is the newest that any answer said: a command's, a live update's, a list's", () => {
    const seen = createSeenVersions();
    seen.note({ orderId: "a", version: 3 });
    seen.note({ kind: "order", order: { orderId: "a", version: 5, lines: [] } });
    seen.note({
      orders: [
        { orderId: "a", version: 4 },
        { orderId: "b", version: 1 },
      ],
      before: null,
    });
    expect([seen.of("a"), seen.of("b"), seen.of("c")]).toEqual([5, 1, undefined]);
  });

  it("is nothing where an answer is about something else", () => {
    const seen = createSeenVersions();
    for (const data of [null, undefined, "a", 1, [], { orderId: "a" }, { version: 2 }, { orders: "none" }])
      seen.note(data);
    expect(seen.of("a")).toBeUndefined();
  });

  it("forgets what was not looked at for longest", () => {
    const seen = createSeenVersions();
    for (let n = 0; n <= 200; n += 1) seen.note({ orderId: `o${n}`, version: 1 });
    expect([seen.of("o0"), seen.of("o1")]).toEqual([undefined, 1]);
  });
});
