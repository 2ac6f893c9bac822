import { fen, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { cancelEffect } from "./cancellation.ts";
import { type Money, priceProblems, summarise } from "./money.ts";

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
  amountFen: fen(amount),
  state,
  reason: "商家拒单",
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

describe("price list", () => {
  const line = { totalFen: fen(1950) } as Parameters<typeof priceProblems>[0]["lines"][number];
  const amounts = {
    goodsFen: fen(1950),
    packingFen: fen(100),
    deliveryFeeFen: fen(300),
    totalFen: fen(2350),
  };

  it("adds up", () => {
    expect(priceProblems({ lines: [line], amounts })).toEqual([]);
  });

  it("names the sum that does not", () => {
    expect(priceProblems({ lines: [line, line], amounts })).toEqual(["goods"]);
    expect(priceProblems({ lines: [line], amounts: { ...amounts, totalFen: fen(2340) } })).toEqual(["total"]);
  });
});

describe("an operator's cancel", () => {
  const amounts = {
    goodsFen: fen(1950),
    packingFen: fen(100),
    deliveryFeeFen: fen(300),
    totalFen: fen(2350),
  };

  it("refunds a paid order in full, also one that is being cooked", () => {
    expect(cancelEffect({ fulfilment: "placed", payment: "paid", amounts })).toEqual({
      refundFen: 2350,
      cooking: false,
    });
    expect(cancelEffect({ fulfilment: "accepted", payment: "paid", amounts })?.cooking).toBe(true);
  });

  it("only closes an unpaid one", () => {
    expect(cancelEffect({ fulfilment: "placed", payment: "unpaid", amounts })?.refundFen).toBeNull();
  });

  it("is not offered once the food may have left the kitchen", () => {
    for (const fulfilment of ["ready", "pickedUp", "delivered", "completed", "cancelled"] as const)
      expect(cancelEffect({ fulfilment, payment: "paid", amounts })).toBeNull();
  });
});
