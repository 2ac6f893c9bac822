import { fen, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { cancelEffect } from "./cancellation.ts";
import { type Money, type Priced, priceProblems, summarise } from "./money.ts";
import { isByPhone, isPaidByOther } from "./who-placed.ts";

const ids = {
  campusId: toId("campus", `cmp_${"0".repeat(20)}`),
  orderId: toId("order", `ord_${"0".repeat(20)}`),
  paymentId: toId("payment", `pay_${"0".repeat(20)}`),
};
const payment = (change: Partial<Money["payments"][number]>): Money["payments"][number] => ({
  ...ids,
  accountId: toId("account", `acc_${"0".repeat(20)}`),
  host: "weapp",
  channel: "wechatPay",
  amountFen: fen(2350),
  refundedFen: fen(0),
  state: "paid",
  transactionId: "4200001",
  expiresAt: 2,
  createdAt: 1,
  paidAt: 1,
  ...change,
});
const refund = (amount: number, state: Money["refunds"][number]["state"]): Money["refunds"][number] => ({
  ...ids,
  refundId: toId("refund", `rfd_${"0".repeat(20)}`),
  refundKey: "order-ended",
  amountFen: fen(amount),
  state,
  reason: "商家拒单",
  requestedAt: 3,
  sentAt: null,
  finishedAt: null,
});

describe("money of an order", () => {
  it("counts only what moved", () => {
    const money = { payments: [payment({}), payment({ state: "closed", paidAt: null })], refunds: [] };
    expect(summarise(money)).toEqual({ paidFen: 2350, refundedFen: 0, refundingFen: 0, keptFen: 2350 });
  });

  it("keeps running refunds apart from finished ones and ignores failed ones", () => {
    const refunds = [refund(1000, "succeeded"), refund(350, "processing"), refund(1350, "failed")];
    expect(summarise({ payments: [payment({ state: "refunding" })], refunds })).toEqual({
      paidFen: 2350,
      refundedFen: 1000,
      refundingFen: 350,
      keptFen: 1000,
    });
  });

  it("shows a doubled refund as a negative rest", () => {
    const refunds = [refund(2350, "succeeded"), refund(2350, "succeeded")];
    expect(summarise({ payments: [payment({ state: "refunded" })], refunds }).keptFen).toBe(-2350);
  });
});

describe("who placed and who paid", () => {
  const placed = (actorKind: string, actorId: string) =>
    [{ what: "place", actorKind, actorId }] as unknown as Parameters<typeof isByPhone>[0];

  it("tells an order by phone from a student's own", () => {
    expect(isByPhone(placed("operator", "acc_1"))).toBe(true);
    expect(isByPhone(placed("student", "acc_1"))).toBe(false);
  });

  it("tells a payment by pay code from one of the person who ordered", () => {
    const own = payment({});
    expect(isPaidByOther(placed("student", own.accountId), own)).toBe(false);
    expect(isPaidByOther(placed("student", "acc_other"), own)).toBe(true);
    expect(isPaidByOther([], own)).toBe(false);
  });
});

describe("price list", () => {
  const line = { totalFen: fen(1950) } as Priced["lines"][number];
  const amounts = {
    goodsFen: fen(1950),
    packingFen: fen(100),
    deliveryFeeFen: fen(300),
    discountFen: fen(500),
    totalFen: fen(1850),
  };
  const discounts: Priced["discounts"] = [
    {
      discountId: toId("discount", `dsc_${"0".repeat(20)}`),
      name: { zh: "满15减5", en: "¥5 off from ¥15" },
      bearer: "merchant",
      fen: fen(500),
      shares: [
        { key: "0", fen: fen(450) },
        { key: "packing", fen: fen(50) },
      ],
    },
  ];
  const paidLines = [
    { key: "0", fen: fen(1500), refundableFen: fen(1500) },
    { key: "packing", fen: fen(50), refundableFen: fen(0) },
    { key: "delivery", fen: fen(300), refundableFen: fen(300) },
  ];
  const list: Priced = { lines: [line], amounts, discounts, paidLines };

  it("adds up", () => {
    expect(priceProblems(list)).toEqual([]);
  });

  it("names the sums that do not", () => {
    expect(priceProblems({ ...list, lines: [line, line] })).toEqual(["goods"]);
    expect(priceProblems({ ...list, amounts: { ...amounts, totalFen: fen(1840) } })).toEqual([
      "total",
      "paid",
    ]);
    expect(priceProblems({ ...list, discounts: [] })).toEqual(["discounts"]);
    const short = discounts.map((discount) => ({ ...discount, shares: discount.shares.slice(1) }));
    expect(priceProblems({ ...list, discounts: short })).toEqual(["shares"]);
  });
});

describe("an operator's cancel", () => {
  const amounts = {
    goodsFen: fen(1950),
    packingFen: fen(100),
    deliveryFeeFen: fen(300),
    discountFen: fen(0),
    totalFen: fen(2350),
  };

  it("refunds a paid order in full until it is handed over", () => {
    expect(cancelEffect({ fulfilment: "placed", payment: "paid", amounts })).toEqual({
      refundFen: 2350,
      food: "waiting",
      restocks: true,
    });
    expect(cancelEffect({ fulfilment: "accepted", payment: "paid", amounts })?.food).toBe("cooking");
    expect(cancelEffect({ fulfilment: "pickedUp", payment: "paid", amounts })).toEqual({
      refundFen: 2350,
      food: "carried",
      restocks: false,
    });
  });

  it("only closes an unpaid one", () => {
    expect(cancelEffect({ fulfilment: "placed", payment: "unpaid", amounts })?.refundFen).toBeNull();
  });

  it("is not offered once the food is handed over or the order has ended", () => {
    for (const fulfilment of ["delivered", "completed", "cancelled", "refused", "expired"] as const)
      expect(cancelEffect({ fulfilment, payment: "paid", amounts })).toBeNull();
  });
});
