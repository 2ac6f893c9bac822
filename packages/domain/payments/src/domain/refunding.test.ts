import { type Fen, fen, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { type Payment, type PaymentState, paymentStates, type Refund } from "./payment.ts";
import { decideRefund, decideRenewal, leftOf, stateWith, waitsUntil } from "./refunding.ts";

const id = (prefix: string, n = 0) => `${prefix}_${String(n).padStart(20, "0")}`;
const campusId = toId("campus", id("cmp"));
const orderId = toId("order", id("ord"));
const paymentId = toId("payment", id("pay"));
const payment = (refundedFen = 0, state: PaymentState = "paid"): Payment => ({
  campusId,
  paymentId,
  orderId,
  accountId: toId("account", id("acc")),
  host: "weapp",
  channel: "wechatPay",
  amountFen: fen(1300),
  refundedFen: fen(refundedFen),
  state,
  transactionId: "42",
  expiresAt: 2_000,
  createdAt: 1_000,
  paidAt: 1_500,
});
const refund = (n: number, over: Partial<Refund> = {}): Refund => ({
  campusId,
  refundId: toId("refund", id("rfd", n)),
  paymentId,
  orderId,
  refundKey: `case-${n}`,
  amountFen: fen(500),
  state: "requested",
  reason: "",
  requestedAt: n,
  sentAt: null,
  finishedAt: null,
  ...over,
});
const wish = (key: string, amount: number | null) => ({
  key,
  amountFen: amount === null ? null : (fen(amount) as Fen),
});

describe("what may go back", () => {
  it("is all that is left, once", () => {
    expect(decideRefund(payment(), [], wish("k", null))).toMatchObject({ value: { amountFen: 1300 } });
    const part = refund(1);
    expect(decideRefund(payment(500), [part], wish("k", null))).toMatchObject({ value: { amountFen: 800 } });
    expect(decideRefund(payment(1300), [part], wish("k", null))).toMatchObject({
      value: { kind: "nothingLeft" },
    });
  });

  it("is never more than what is left", () => {
    expect(decideRefund(payment(500), [refund(1)], wish("k", 801))).toMatchObject({
      error: { kind: "refundTooLarge", leftFen: 800 },
    });
  });

  it.each(["requested", "processing", "succeeded", "failed"] as const)(
    "is known under its key when that one has %s, and refused with another amount",
    (state) => {
      const before = [refund(1, { state })];
      for (const amount of [500, null])
        expect(decideRefund(payment(500), before, wish("case-1", amount))).toMatchObject({
          value: { kind: "known" },
        });
      expect(decideRefund(payment(500), before, wish("case-1", 499))).toMatchObject({
        error: { kind: "refundKeyReused", amountFen: 500 },
      });
    },
  );

  it.each(["prepared", "unknown", "closed"] as const)("is nothing of what is %s", (state) => {
    expect(leftOf(payment(0, state))).toBe(0);
    expect(decideRefund(payment(0, state), [], wish("k", null))).toMatchObject({
      value: { kind: "nothingLeft" },
    });
    expect(decideRefund(payment(0, state), [], wish("k", 1)).ok).toBe(false);
  });
});

describe("a failed refund", () => {
  const failed = refund(1, { state: "failed" });

  it("is made anew, unless its key or the whole payment goes back by another", () => {
    expect(decideRenewal(payment(0, "refunding"), [failed], failed)).toBe("renew");
    const again = refund(2, { refundKey: "case-1" });
    expect(decideRenewal(payment(500, "refunding"), [failed, again], failed)).toBe("settled");
    const rest = refund(2, { amountFen: fen(1300) });
    expect(decideRenewal(payment(1300, "refunding"), [failed, rest], failed)).toBe("settled");
  });

  it("is too large where others have left less", () => {
    const other = refund(2, { amountFen: fen(900) });
    expect(decideRenewal(payment(900, "refunding"), [failed, other], failed)).toBe("tooLarge");
  });
});

describe("the state of a payment", () => {
  it("follows its refunds", () => {
    const done = refund(1, { state: "succeeded" });
    expect(stateWith(payment(500), [refund(1)])).toBe("refunding");
    expect(stateWith(payment(500, "refunding"), [done])).toBe("partlyRefunded");
    expect(stateWith(payment(1000, "partlyRefunded"), [done, refund(2)])).toBe("refunding");
    const rest = refund(2, { state: "succeeded", amountFen: fen(800) });
    expect(stateWith(payment(1300, "refunding"), [done, rest])).toBe("refunded");
  });

  it("stays refunding while a refused part is owed", () => {
    const done = refund(1, { state: "succeeded" });
    const failed = refund(2, { state: "failed" });
    expect(stateWith(payment(500, "refunding"), [done, failed])).toBe("refunding");
    const anew = refund(3, { state: "succeeded", refundKey: "case-2" });
    expect(stateWith(payment(1000, "refunding"), [done, failed, anew])).toBe("partlyRefunded");
  });

  it("can reach every state of the table from its beginning", () => {
    const seen = new Set<PaymentState>(["prepared"]);
    for (const from of seen) for (const to of Object.values(paymentStates[from])) seen.add(to);
    expect([...seen].sort()).toEqual(Object.keys(paymentStates).sort());
  });
});

describe("the turn of a refund", () => {
  const at = (now: number) => ({ now, spacingMs: 60 });

  it("comes at once for the first, and always for what was sent before", () => {
    expect(waitsUntil(refund(1), [refund(1), refund(2)], at(10))).toBeNull();
    const sent = refund(2, { sentAt: 5 });
    expect(waitsUntil(sent, [refund(1, { sentAt: 9 }), sent], at(10))).toBeNull();
  });

  it("waits for those before it to be answered, then for the pause", () => {
    const second = refund(2);
    expect(waitsUntil(second, [refund(1), second], at(10))).toBe(70);
    expect(waitsUntil(second, [refund(1, { sentAt: 5 }), second], at(10))).toBe(70);
    for (const state of ["processing", "succeeded", "failed"] as const) {
      const first = refund(1, { state, sentAt: 5 });
      expect(waitsUntil(second, [first, second], at(10))).toBe(65);
      expect(waitsUntil(second, [first, second], at(65))).toBeNull();
    }
  });

  it("takes what the release before has under way for sent", () => {
    const second = refund(2);
    expect(waitsUntil(second, [refund(1, { state: "processing" }), second], at(10))).toBe(61);
  });
});
