import { minute, second } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { latenessOf, latenessWords } from "./lateness.ts";

const now = Date.UTC(2026, 10, 22, 4);
const order = (stage: Parameters<typeof latenessOf>[0]["stage"], latest: number) => ({
  stage,
  promise: { earliest: latest - 10 * minute, latest },
});

describe("lateness", () => {
  it("counts begun minutes after the promise", () => {
    expect(latenessOf(order("cooking", now - second), now)).toEqual({ kind: "late", minutes: 1 });
    expect(latenessOf(order("onTheWay", now - 7 * minute), now)).toEqual({ kind: "late", minutes: 7 });
  });

  it("is not late at the promised minute itself", () => {
    expect(latenessOf(order("onTheWay", now), now)).toEqual({ kind: "soon", minutesLeft: 0 });
  });

  it("warns within five minutes", () => {
    expect(latenessOf(order("cooking", now + 5 * minute), now)).toEqual({ kind: "soon", minutesLeft: 5 });
    expect(latenessOf(order("cooking", now + 5 * minute + 1), now).kind).toBe("onTime");
  });

  it("says nothing of unpaid, ready to be collected and ended orders", () => {
    for (const stage of [
      "awaitingPayment",
      "readyToCollect",
      "delivered",
      "completed",
      "cancelled",
      "refused",
      "expired",
    ] as const)
      expect(latenessOf(order(stage, now - 60 * minute), now)).toEqual({ kind: "none" });
  });

  it("has words only where somebody should look", () => {
    expect(latenessWords({ kind: "late", minutes: 3 })).toEqual({ zh: "超时 3 分", en: "3 min late" });
    expect(latenessWords({ kind: "soon", minutesLeft: 0 })?.zh).toBe("不到 1 分");
    expect(latenessWords({ kind: "onTime", minutesLeft: 9 })).toBeNull();
  });
});
