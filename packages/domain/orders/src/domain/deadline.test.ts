import { minute, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AfterSale } from "./after-sale.ts";
import { completedAfter, meetDeadline, nextDeadline } from "./deadline.ts";
import { acceptWarning, acceptWithin } from "./decide.ts";
import { fulfilmentLifecycle, paymentLifecycle } from "./lifecycle.ts";
import type { Order } from "./order.ts";
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

describe("a deadline", () => {
  it("is met at its time and not a moment earlier, and then there is another one or none", () => {
    const order = fc.record({
      fulfilment: fc.constantFrom(...(Object.keys(fulfilmentLifecycle) as Order["fulfilment"][])),
      payment: fc.constantFrom(...(Object.keys(paymentLifecycle) as Order["payment"][])),
      acceptBy: fc.option(fc.constant(now + acceptWithin)),
      unacceptedAt: fc.option(fc.constant(now + acceptWithin - acceptWarning)),
      deliveredAt: fc.option(fc.constant(now)),
      afterSale: fc.constantFrom(null, complaint),
    });
    fc.assert(
      fc.property(order, fc.integer({ min: now, max: now + 2 * completedAfter }), (over, at) => {
        const before = anOrder({ ...paid, payBy: now + 15 * minute, ...over } as Partial<Order>);
        const due = nextDeadline(before);
        const met = meetDeadline(before, at);
        expect(met.ok).toBe(due !== null && due.at <= at);
        if (met.ok) expect(nextDeadline(met.value.order)?.what).not.toBe(due?.what);
      }),
    );
  });

  it("that passed during a standstill refuses at once, without a warning", () => {
    const met = meetDeadline(paid, now + acceptWithin);
    expect(met).toMatchObject({ ok: true, value: { order: { fulfilment: "refused", unacceptedAt: null } } });
  });
});
