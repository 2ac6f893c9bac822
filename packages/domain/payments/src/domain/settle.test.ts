import { fen, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { type Payment, type PaymentState, paymentStates } from "./payment.ts";
import { nextPaymentState, nextQuestion, settle, type Told } from "./settle.ts";

const id = (prefix: string) => `${prefix}_${"0".repeat(20)}`;
const payment = (state: PaymentState): Payment => ({
  campusId: toId("campus", id("cmp")),
  paymentId: toId("payment", id("pay")),
  orderId: toId("order", id("ord")),
  accountId: toId("account", id("acc")),
  host: "weapp",
  channel: "wechatPay",
  amountFen: fen(1300),
  refundedFen: fen(0),
  state,
  transactionId: null,
  expiresAt: 2_000,
  createdAt: 1_000,
  paidAt: null,
});
const told = (state: Told["state"], over: Partial<Told> = {}): Told => ({
  state,
  amountFen: 1300,
  currency: "CNY",
  ...over,
});
const states = Object.keys(paymentStates) as PaymentState[];
const words = ["unpaid", "paid", "closed", "refunded"] as const;

describe("what becomes of a payment when the platform tells its state", () => {
  it.each([
    ["prepared", "unpaid", "none", "prepared"],
    ["prepared", "paid", "paid", "paid"],
    ["prepared", "closed", "closed", "closed"],
    ["prepared", "refunded", "paid", "paid"],
    ["unknown", "unpaid", "none", "prepared"],
    ["unknown", "paid", "paid", "paid"],
    ["unknown", "closed", "closed", "closed"],
    ["unknown", "refunded", "paid", "paid"],
    ["closed", "unpaid", "none", "closed"],
    ["closed", "paid", "paid", "paid"],
    ["closed", "closed", "none", "closed"],
    ["closed", "refunded", "paid", "paid"],
  ] as const)("%s, told %s: %s, then %s", (from, word, effect, state) => {
    expect(settle(payment(from), told(word))).toEqual({ effect, state });
  });

  it.each(["paid", "refunding", "partlyRefunded", "refunded"] as const)(
    "%s stays so, whatever is told",
    (from) => {
      for (const word of words)
        expect(settle(payment(from), told(word))).toEqual({ effect: "none", state: from });
    },
  );

  it.each([
    ["too little", { amountFen: 1299 }],
    ["too much", { amountFen: 1301 }],
    ["nothing", { amountFen: null }],
    ["dollars", { currency: "USD" }],
    ["a currency in small letters", { currency: "cny" }],
  ])("money that is %s is never taken as ours, in no state", (_what, over) => {
    for (const from of states)
      for (const word of ["paid", "refunded"] as const)
        expect(settle(payment(from), told(word, over))).toEqual({ effect: "mismatch", state: from });
  });

  it("makes a payment paid at most once, along every way through the table", () => {
    const walk = (from: PaymentState, paid: number, depth: number): void => {
      expect(paid).toBeLessThanOrEqual(1);
      if (depth === 0) return;
      for (const word of words) {
        const { effect, state } = settle(payment(from), told(word));
        walk(state, paid + (effect === "paid" ? 1 : 0), depth - 1);
      }
    };
    walk("prepared", 0, 6);
  });
});

describe("the table", () => {
  it("never leads from money back to no money", () => {
    for (const from of ["paid", "refunding", "partlyRefunded", "refunded"] as const)
      for (const command of ["succeed", "lose", "close", "confirmUnpaid"] as const)
        expect(nextPaymentState(from, command)).toBeUndefined();
  });

  it("ends at refunded", () => {
    expect(paymentStates.refunded).toEqual({});
  });
});

describe("the next question", () => {
  it("comes soon at first, then ever more rarely, at least every ten minutes", () => {
    const waits = Array.from({ length: 20 }, (_, asked) => nextQuestion(0, asked));
    expect(waits[0]).toBe(15_000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(600_000);
  });
});
