import { fen, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accept,
  acceptWarning,
  acceptWithin,
  cancel,
  claim,
  complete,
  deliver,
  expire,
  finishRefund,
  markReady,
  pickUp,
  prepare,
  receivePayment,
  refuse,
  refuseUnaccepted,
  warnUnaccepted,
} from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { Order } from "./order.ts";
import { anOrder, kitchen, rider, someone, student } from "./order-for-tests.ts";
import { urge } from "./urge.ts";

const now = 1_500_000;
const pay1 = { paymentId: toId("payment", "pay_00000000000000000001"), paidAt: now };
const pay2 = { paymentId: toId("payment", "pay_00000000000000000002"), paidAt: now };
const system = { kind: "system", name: "test" } as const;
const value = (d: ReturnType<typeof accept> | "known"): Decision => {
  if (d === "known" || !d.ok) throw new Error(JSON.stringify(d));
  return d.value;
};
const failure = (d: ReturnType<typeof accept> | "known") =>
  d === "known" ? "known" : d.ok ? "ok" : d.error.kind;
const paid = () => value(receivePayment(anOrder(), pay1, { actor: system, now })).order;

describe("one lunch", () => {
  it("goes from placed to completed, each step once and by whom it may", () => {
    let order: Order = anOrder();
    expect(failure(accept(order, { actor: kitchen, now }))).toBe("orderNotPaid");
    order = paid();
    expect(failure(claim(order, { actor: rider(), now }))).toBe("transitionRefused");
    order = value(accept(order, { actor: kitchen, now })).order;
    order = value(claim(order, { actor: rider(), now })).order;
    expect(failure(claim(order, { actor: rider(81), now }))).toBe("orderTaken");
    expect(failure(pickUp(order, { actor: rider(), now }))).toBe("transitionRefused");
    order = value(markReady(order, { actor: kitchen, now })).order;
    expect(failure(pickUp(order, { actor: rider(81), now }))).toBe("notYourTask");
    order = value(pickUp(order, { actor: rider(), now })).order;
    const last = value(deliver(order, { actor: rider(), now }));
    expect(last.order).toMatchObject({
      fulfilment: "delivered",
      payment: "paid",
      deliveredAt: now,
      version: 7,
    });
    expect(last.events[0]).toMatchObject({ type: "order.delivered", payload: { version: 7, paid: true } });
    expect(failure(complete(last.order, { actor: system, now }))).toBe("ok");
  });

  it("hides other kitchens' orders", () => {
    const other = {
      kind: "merchant",
      name: "别家",
      accountId: someone(91),
      shopIds: [toId("shop", "shp_00000000000000000009")],
    } as const;
    for (const d of [
      accept(paid(), { actor: other, now }),
      refuse(paid(), { actor: other, now, reason: "x" }),
      markReady(paid(), { actor: other, now }),
    ]) {
      expect(failure(d)).toBe("orderNotFound");
    }
  });
});

describe("endings", () => {
  it("owe the money back exactly when it was paid, and give the portions back", () => {
    const unpaid = value(cancel(anOrder(), { actor: student, now, reason: "" }));
    expect(unpaid).toMatchObject({ restock: true, order: { fulfilment: "cancelled", payment: "closed" } });
    expect(value(cancel(paid(), { actor: student, now, reason: "" }))).toMatchObject({
      restock: true,
      order: { payment: "refunding" },
    });
    expect(value(refuse(paid(), { actor: kitchen, now, reason: "卖完了" }))).toMatchObject({
      restock: true,
      order: { payment: "refunding", refusal: "卖完了" },
    });
  });
  it("let students cancel until the kitchen accepts, operators until the food leaves it", () => {
    const accepted = value(accept(paid(), { actor: kitchen, now })).order;
    expect(failure(cancel(accepted, { actor: student, now, reason: "" }))).toBe("transitionRefused");
    expect(
      value(
        cancel(accepted, {
          actor: { kind: "operator", accountId: someone(99), name: "值班" },
          now,
          reason: "骑手回家了",
        }),
      ).order,
    ).toMatchObject({ fulfilment: "refused", payment: "refunding" });
  });
  it("let operators end what got stuck on its way; made food does not go back to the shelf", () => {
    const duty = { kind: "operator", accountId: someone(99), name: "值班" } as const;
    const accepted = value(accept(paid(), { actor: kitchen, now })).order;
    const ready = value(
      markReady(value(claim(accepted, { actor: rider(), now })).order, { actor: kitchen, now }),
    ).order;
    const carried = value(pickUp(ready, { actor: rider(), now })).order;
    for (const stuck of [ready, carried]) {
      const ended = value(cancel(stuck, { actor: duty, now, reason: "骑手回家了" }));
      expect(ended).toMatchObject({
        restock: false,
        order: { fulfilment: "refused", payment: "refunding", refusal: "骑手回家了" },
      });
      expect(failure(refuse(stuck, { actor: kitchen, now, reason: "" }))).toBe("transitionRefused");
    }
    const delivered = value(deliver(carried, { actor: rider(), now })).order;
    expect(failure(cancel(delivered, { actor: duty, now, reason: "" }))).toBe("transitionRefused");
  });
  it("expire only what is unpaid and overdue", () => {
    expect(failure(expire(anOrder(), { actor: system, now }))).toBe("transitionRefused");
    expect(failure(expire(paid(), { actor: system, now: 2_000_000 }))).toBe("transitionRefused");
    expect(value(expire(anOrder(), { actor: system, now: 1_900_000 }))).toMatchObject({
      restock: true,
      order: { fulfilment: "expired", payment: "closed" },
    });
  });
});

describe("a paid order that no kitchen accepts", () => {
  const due = now + acceptWithin;
  const at = (time: number) => ({ actor: system, now: time });

  it("has its time from when the payment became known, not from when it was made", () => {
    const told = value(receivePayment(anOrder(), { ...pay1, paidAt: now - acceptWithin }, at(now))).order;
    expect(told.acceptBy).toBe(due);
    expect(failure(refuseUnaccepted(told, at(now)))).toBe("transitionRefused");
  });

  it("is warned of once, with the time by which it is refused", () => {
    expect(failure(warnUnaccepted(paid(), at(due - acceptWarning - 1)))).toBe("transitionRefused");
    const warned = value(warnUnaccepted(paid(), at(due - acceptWarning)));
    expect(warned).toMatchObject({
      restock: false,
      order: { fulfilment: "placed", payment: "paid", unacceptedAt: due - acceptWarning },
      events: [{ type: "order.unaccepted", payload: { acceptBy: due } }],
    });
    expect(failure(warnUnaccepted(warned.order, at(due - 1)))).toBe("transitionRefused");
    expect(failure(accept(warned.order, { actor: kitchen, now: due - 1 }))).toBe("ok");
  });

  it("is refused in full when its time is over, whether or not anybody was warned", () => {
    expect(failure(refuseUnaccepted(paid(), at(due - 1)))).toBe("transitionRefused");
    const refused = value(refuseUnaccepted(paid(), at(due)));
    expect(refused).toMatchObject({
      restock: true,
      order: { fulfilment: "refused", payment: "refunding", refusal: "商家超时未接单" },
      events: [{ type: "order.refused", payload: { paid: true, reason: "商家超时未接单" } }],
    });
  });

  it("is left alone where it is unpaid, accepted or over already", () => {
    const accepted = value(accept(paid(), { actor: kitchen, now })).order;
    const cancelled = value(cancel(paid(), { actor: student, now, reason: "" })).order;
    for (const order of [anOrder(), accepted, cancelled]) {
      expect(failure(warnUnaccepted(order, at(due)))).toBe("transitionRefused");
      expect(failure(refuseUnaccepted(order, at(due)))).toBe("transitionRefused");
    }
  });
});

describe("money", () => {
  it("that comes late goes back, that comes twice goes back, told twice changes nothing", () => {
    const expired = value(expire(anOrder(), { actor: system, now: 1_900_000 })).order;
    const late = value(receivePayment(expired, pay1, { actor: system, now }));
    expect(late).toMatchObject({
      order: { fulfilment: "expired", payment: "refunding", paidBy: pay1.paymentId },
    });
    expect(late.events[0]).toMatchObject({
      type: "order.paidLate",
      payload: { paid: true, paymentId: pay1.paymentId },
    });
    expect(receivePayment(paid(), pay1, { actor: system, now })).toBe("known");
    const twice = value(receivePayment(paid(), pay2, { actor: system, now }));
    expect(twice.order).toMatchObject({ payment: "paid", paidBy: pay1.paymentId });
    expect(twice.events[0]).toMatchObject({
      type: "order.paidTwice",
      payload: { paymentId: pay2.paymentId },
    });
    const back = { key: "order-ended", amountFen: fen(2300), full: true };
    expect(value(finishRefund(late.order, back, { actor: system, now })).order.payment).toBe("refunded");
  });

  it("of an ended order is noted line by line, and nobody bears it", () => {
    const ended = value(cancel(paid(), { actor: student, now, reason: "" })).order;
    expect(ended.refunds).toEqual([
      {
        key: "order-ended",
        bearer: null,
        fen: 2300,
        done: false,
        parts: [
          { key: "0", fen: 2000 },
          { key: "packing", fen: 100 },
          { key: "delivery", fen: 200 },
        ],
      },
    ]);
    const back = { key: "order-ended", amountFen: fen(2300), full: true };
    const refunded = value(finishRefund(ended, back, { actor: system, now })).order;
    expect(refunded).toMatchObject({ payment: "refunded", refunds: [{ done: true }] });
  });

  it("is never kept for an order that ended, whatever happens in which order", () => {
    type Do = (o: Order) => ReturnType<typeof accept> | "known";
    const steps: Record<string, Do> = {
      pay: (o) => receivePayment(o, pay1, { actor: system, now }),
      cancel: (o) => cancel(o, { actor: student, now, reason: "" }),
      expire: (o) => expire(o, { actor: system, now: 1_900_000 }),
      accept: (o) => accept(o, { actor: kitchen, now }),
      refuse: (o) => refuse(o, { actor: kitchen, now, reason: "" }),
      ready: (o) => markReady(o, { actor: kitchen, now }),
      claim: (o) => claim(o, { actor: rider(), now }),
      pickUp: (o) => pickUp(o, { actor: rider(), now }),
      deliver: (o) => deliver(o, { actor: rider(), now }),
      warn: (o) => warnUnaccepted(o, { actor: system, now: now + acceptWarning }),
      unaccepted: (o) => refuseUnaccepted(o, { actor: system, now: now + acceptWithin }),
      urge: (o) => urge(o, { actor: student, now }),
      preparing: (o) => prepare(o, { actor: kitchen, now }),
      refunded: (o) =>
        finishRefund(o, { key: "order-ended", amountFen: fen(2300), full: true }, { actor: system, now }),
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 25 }), (names) => {
        let order = anOrder();
        let restocks = 0;
        for (const name of names) {
          const result = steps[name]?.(order);
          if (!result || result === "known" || !result.ok) continue;
          expect(result.value.order.version).toBe(order.version + 1);
          restocks += result.value.restock ? 1 : 0;
          // What is being cooked goes back to no shelf.
          if (order.fulfilment === "preparing" && name === "refuse") restocks += 1;
          order = result.value.order;
        }
        const ended = ["refused", "cancelled", "expired"].includes(order.fulfilment);
        expect(restocks).toBe(ended ? 1 : 0);
        if (ended) expect(["closed", "refunding", "refunded"]).toContain(order.payment);
        if (order.payment === "refunding" || order.payment === "refunded") expect(ended).toBe(true);
        if (["accepted", "preparing", "ready", "pickedUp", "delivered"].includes(order.fulfilment))
          expect(order.payment).toBe("paid");
      }),
      { numRuns: 500 },
    );
  });
});
