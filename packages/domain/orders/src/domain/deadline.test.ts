import { minute, second, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AfterSale } from "./after-sale.ts";
import { completedAfter, nextDeadline, wakeAt } from "./deadline.ts";
import { acceptWarning, acceptWithin } from "./decide.ts";
import { anOrder } from "./order-for-tests.ts";

const now = 10_000_000;
const unpaid = anOrder({ payBy: now + 15 * minute });
const paid = anOrder({
  payment: "paid",
  paidBy: toId("payment", `pay_${"1".padStart(20, "0")}`),
  paidAt: now,
  acceptBy: now + acceptWithin,
});
const delivered = anOrder({ ...paid, fulfilment: "delivered", deliveredAt: now });
const complaint = { state: "opened" } as AfterSale;

describe("the next deadline of an order", () => {
  it.each([
    ["is paid by its time, or expires", unpaid, now + 15 * minute, "expire"],
    ["is accepted, or everybody is warned", paid, now + acceptWithin - acceptWarning, "warn"],
    ["is refused after the warning", { ...paid, unacceptedAt: now + 1 }, now + acceptWithin, "refuse"],
    ["is completed a day after its delivery", delivered, now + completedAfter, "complete"],
  ] as const)("%s", (_, order, at, what) => {
    expect(nextDeadline(order)).toEqual({ at, what });
  });

  it("is none while a kitchen cooks, a rider carries, or a complaint is open", () => {
    for (const fulfilment of ["accepted", "preparing", "ready", "pickedUp", "completed", "refused"] as const)
      expect(nextDeadline({ ...paid, fulfilment })).toBe(null);
    expect(nextDeadline({ ...delivered, afterSale: complaint })).toBe(null);
    expect(nextDeadline({ ...delivered, afterSale: { ...complaint, state: "closed" } })).not.toBe(null);
  });
});

describe("when somebody looks at a deadline", () => {
  it("is at or soon after it, at one moment for all that fall due together", () => {
    const due = fc.record({
      at: fc.integer({ min: 0, max: 10 ** 13 }),
      what: fc.constantFrom("expire", "warn", "refuse", "complete" as const),
    });
    fc.assert(
      fc.property(due, ({ at, what }) => {
        const wake = wakeAt({ at, what });
        expect(wake).toBeGreaterThanOrEqual(at);
        expect(wake - at).toBeLessThan(what === "complete" ? 10 * minute : 10 * second);
        expect(wakeAt({ at: wake, what })).toBe(wake);
      }),
    );
  });
});
