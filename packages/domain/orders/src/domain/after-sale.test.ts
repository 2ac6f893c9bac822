import { addFen, fen, hour, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterSaleReasons,
  afterSaleWithin,
  answer,
  canComplain,
  complain,
  decideAfterSale,
  withdraw,
} from "./after-sale.ts";
import { complete, finishRefund } from "./decide.ts";
import type { Decided } from "./decision.ts";
import type { Order } from "./order.ts";
import { anOrder, kitchen, rider, someone, student } from "./order-for-tests.ts";
import { paidByLine, refundableByLine, refundedFen, worthOf } from "./paid-lines.ts";

const now = 3_000_000;
const system = { kind: "system", name: "refund" } as const;
const desk = { kind: "operator", accountId: someone(70), name: "运营" } as const;
const caseId = (n: number) => toId("afterSale", `asl_${String(n).padStart(20, "0")}`);
const value = (decided: Decided) => {
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
};
const kindOf = (decided: Decided) => (decided.ok ? "ok" : decided.error.kind);
/** 2 portions at 1,000, packing 100, delivery 200, 301 off: 101 on the dish, 200 on the delivery; 1,999 paid. */
const delivered = (over: Partial<Order> = {}): Order =>
  anOrder({
    fulfilment: "delivered",
    payment: "paid",
    paidAt: 1_100_000,
    deliveredAt: 2_500_000,
    rider: { accountId: someone(80), name: "骑手" },
    amounts: {
      goodsFen: fen(2000),
      packingFen: fen(100),
      deliveryFeeFen: fen(200),
      discountFen: fen(301),
      totalFen: fen(1999),
    },
    discounts: [
      {
        discountId: toId("discount", `dsc_${"1".padStart(20, "0")}`),
        name: { zh: "满减", en: "Off" },
        bearer: "merchant",
        fen: fen(301),
        shares: [
          { key: "0", fen: fen(101) },
          { key: "delivery", fen: fen(200) },
        ],
      },
    ],
    ...over,
  });
const complaint = (over: Partial<Parameters<typeof complain>[1]> = {}) => ({
  afterSaleId: caseId(1),
  reason: "missing" as const,
  words: "少了一份",
  items: [{ line: 0, quantity: 1 }],
  pictureIds: [],
  ...over,
});
const opened = (order = delivered()) => value(complain(order, complaint(), { actor: student, now })).order;

describe("what was paid for a line", () => {
  it("is its price less its share of the discounts, and all of it is the total", () => {
    expect(paidByLine(delivered())).toEqual([
      { key: "0", fen: 1899 },
      { key: "packing", fen: 100 },
      { key: "delivery", fen: 0 },
    ]);
  });

  it("comes back whole, portion by portion", () => {
    const first = worthOf(delivered(), [{ line: 0, quantity: 1 }]);
    expect(first).toEqual([{ key: "0", fen: 950 }]);
    const refund = { key: "a", bearer: "merchant", fen: fen(950), parts: first, done: true } as const;
    expect(worthOf(delivered({ refunds: [refund] }), [{ line: 0, quantity: 1 }])).toEqual([
      { key: "0", fen: 949 },
    ]);
  });

  it("comes back whole in any steps, whatever was paid for however many portions", () => {
    const steps = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 30 }), steps, (paid, quantity, wishes) => {
        const [line] = delivered().lines;
        if (!line) return;
        const amounts = {
          ...delivered().amounts,
          goodsFen: fen(paid),
          packingFen: fen(0),
          deliveryFeeFen: fen(0),
        };
        let order = delivered({
          amounts,
          discounts: [],
          lines: [{ ...line, quantity, totalFen: fen(paid) }],
        });
        let portions = quantity;
        for (const wish of wishes) {
          const step = Math.min(wish, portions);
          if (step === 0) break;
          portions -= step;
          const parts = worthOf(order, [{ line: 0, quantity: step }]);
          const sum = addFen(fen(0), ...parts.map((part) => part.fen));
          order = {
            ...order,
            refunds: [...order.refunds, { key: "k", bearer: "merchant", fen: sum, parts, done: true }],
          };
        }
        if (portions === 0) expect(refundedFen(order)).toBe(paid);
      }),
    );
  });
});

describe("a complaint", () => {
  it("is for a lunch that was handed over not long ago", () => {
    expect(canComplain(delivered(), now)).toBe(true);
    expect(canComplain(delivered(), 2_500_000 + afterSaleWithin)).toBe(false);
    expect(canComplain(delivered({ deliveredAt: null, fulfilment: "pickedUp" }), now)).toBe(false);
    expect(canComplain(opened(), now)).toBe(false);
    expect(canComplain(delivered({ payment: "refunded" }), now)).toBe(false);
  });

  it.each([
    ["a line that is not there", [{ line: 3, quantity: 1 }]],
    ["more portions than were ordered", [{ line: 0, quantity: 3 }]],
    [
      "a line twice",
      [
        { line: 0, quantity: 1 },
        { line: 0, quantity: 1 },
      ],
    ],
    ["nothing", []],
  ])("names what it is about: not %s", (_what, items) => {
    const step = { actor: student, now };
    expect(kindOf(complain(delivered(), complaint({ items }), step))).toBe("afterSaleItemsInvalid");
  });

  it("can be opened by the desk later, and after too many, but never beside another", () => {
    const desks = { actor: desk, now: 2_500_000 + 10 * afterSaleWithin };
    const late = value(complain(delivered(), complaint(), desks)).order;
    expect(late.afterSale?.state).toBe("opened");
    expect(kindOf(complain(late, complaint({ afterSaleId: caseId(2) }), desks))).toBe("transitionRefused");
  });

  it("keeps its order from being over", () => {
    expect(kindOf(complete(opened(), { actor: system, now }))).toBe("transitionRefused");
    expect(kindOf(complete(delivered(), { actor: system, now }))).toBe("ok");
  });

  it("gives the portions back where the kitchen agrees, at its cost", () => {
    const agreed = value(answer(opened(), { agrees: true, words: "抱歉" }, { actor: kitchen, now }));
    expect(agreed.order).toMatchObject({
      payment: "refunding",
      afterSale: { state: "decided", decision: { by: "merchant", fen: 950, bearer: "merchant" } },
      refunds: [{ key: caseId(1), fen: 950, done: false }],
    });
    expect(agreed.events).toMatchObject([
      { type: "order.refundAgreed", payload: { key: caseId(1), amountFen: 950 } },
    ]);
    const refund = { key: caseId(1), amountFen: fen(950), full: false };
    const back = value(finishRefund(agreed.order, refund, { actor: system, now: now + 1 })).order;
    expect(back).toMatchObject({
      payment: "partlyRefunded",
      afterSale: { state: "closed", closedAt: now + 1 },
      refunds: [{ done: true }],
    });
    expect(canComplain(back, now + 2)).toBe(true);
  });

  it("goes to the desk where the kitchen does not agree; the desk may turn it down", () => {
    const answered = value(answer(opened(), { agrees: false, words: "都装了" }, { actor: kitchen, now }));
    expect(answered.order.afterSale?.state).toBe("answered");
    const verdict = { parts: [], bearer: "merchant", words: "照片显示齐全" } as const;
    const decided = value(decideAfterSale(answered.order, verdict, { actor: desk, now }));
    expect(decided.order).toMatchObject({ payment: "paid", afterSale: { state: "closed" }, refunds: [] });
    expect(decided.events[0]?.type).toBe("order.afterSaleDecided");
  });

  it("lets nobody decide for others", () => {
    const other = { kind: "merchant", accountId: someone(91), name: "", shopIds: [] } as const;
    expect(kindOf(answer(opened(), { agrees: true, words: "" }, { actor: other, now }))).toBe(
      "orderNotFound",
    );
    expect(kindOf(answer(opened(), { agrees: true, words: "" }, { actor: rider(), now }))).toBe(
      "orderNotFound",
    );
    const late = value(
      complain(delivered(), complaint({ reason: "late", items: [] }), { actor: student, now }),
    ).order;
    expect(kindOf(answer(late, { agrees: true, words: "" }, { actor: kitchen, now }))).toBe(
      "transitionRefused",
    );
    const verdict = { parts: [], bearer: "rider", words: "" } as const;
    const pickup = opened(delivered({ rider: null }));
    expect(kindOf(decideAfterSale(pickup, verdict, { actor: desk, now }))).toBe("refundBearerInvalid");
  });

  it("can be taken back until it is decided, and ends with three", () => {
    let order = delivered();
    for (const n of [1, 2, 3]) {
      order = value(complain(order, complaint({ afterSaleId: caseId(n) }), { actor: student, now })).order;
      order = value(withdraw(order, { actor: student, now })).order;
      expect(order.afterSale).toMatchObject({ no: n, state: "closed" });
    }
    expect(canComplain(order, now)).toBe(false);
    expect(kindOf(withdraw(order, { actor: student, now }))).toBe("transitionRefused");
  });

  it("never gives back more than was paid for a line, whatever is decided in which order", () => {
    const keys = fc.constantFrom("0", "packing", "delivery", "7");
    const part = fc.record({ key: keys, fen: fc.integer({ min: 0, max: 1200 }).map(fen) });
    const move = fc.record({
      what: fc.constantFrom("complain", "agree", "answer", "decide", "withdraw", "refunded"),
      reason: fc.constantFrom(...afterSaleReasons),
      parts: fc.array(part, { maxLength: 3 }),
      quantity: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let order = delivered();
        let [n, refunded] = [0, 0];
        for (const { what, reason, parts, quantity } of moves) {
          const pending = order.refunds.find((refund) => !refund.done);
          const tried: Record<typeof what, () => Decided | null> = {
            complain: () =>
              complain(
                order,
                complaint({ afterSaleId: caseId(++n), reason, items: [{ line: 0, quantity }] }),
                { actor: student, now: now + hour },
              ),
            agree: () => answer(order, { agrees: true, words: "" }, { actor: kitchen, now }),
            answer: () => answer(order, { agrees: false, words: "" }, { actor: kitchen, now }),
            decide: () =>
              decideAfterSale(order, { parts, bearer: "platform", words: "" }, { actor: desk, now }),
            withdraw: () => withdraw(order, { actor: student, now }),
            refunded: () => {
              if (!pending) return null;
              refunded += pending.fen;
              const full = refunded === order.amounts.totalFen;
              return finishRefund(
                order,
                { ...pending, amountFen: pending.fen, full },
                { actor: system, now },
              );
            },
          };
          const decided = tried[what]();
          if (!decided?.ok) continue;
          order = decided.value.order;
          expect(refundedFen(order)).toBeLessThanOrEqual(order.amounts.totalFen);
          for (const { fen: left } of refundableByLine(order)) expect(left).toBeGreaterThanOrEqual(0);
          // Money is on its way back exactly while a decision waits for it.
          expect(order.payment === "refunding").toBe(order.refunds.some((refund) => !refund.done));
          expect(order.afterSale?.state === "decided").toBe(order.payment === "refunding");
        }
      }),
      { numRuns: 300 },
    );
  });
});
