import { fen } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { missingPostings } from "./catch-up.ts";
import type { OrderFacts } from "./facts.ts";
import { balances, orderId, paidOnce, paymentId, riderId, shopId } from "./order-facts-for-tests.ts";
import { type AppliedTerms, foundingTerms } from "./terms.ts";

const all = (facts: OrderFacts, terms: AppliedTerms) => missingPostings(facts, [], terms).missing;

describe("one order, in numbers", () => {
  const terms: AppliedTerms = { commissionPermille: 50, riderSharePermille: 800, riderMinimumFen: fen(200) };
  const order = {
    orderId,
    orderNo: "A137",
    shopId,
    riderId,
    placedAt: 1,
    handedOverAt: 100,
    ended: false,
    settledBy: paymentId(0),
    lines: [
      { key: "0", kind: "goods", grossFen: fen(2000), discounts: [{ bearer: "merchant", fen: fen(300) }] },
      { key: "1", kind: "goods", grossFen: fen(1001), discounts: [{ bearer: "platform", fen: fen(201) }] },
      { key: "packing", kind: "packing", grossFen: fen(100), discounts: [] },
      { key: "delivery", kind: "delivery", grossFen: fen(300), discounts: [] },
    ],
  } as const;
  const shop = `merchant:${shopId}`;
  const rider = `rider:${riderId}`;

  it("pays the shop its price less its own discounts and the commission, and the rider their part", () => {
    expect(balances(all(paidOnce(order), terms))).toEqual({
      "channel:wechatPay": 2900,
      [shop]: -(2000 - 300 + 1001 + 100 - 135),
      [rider]: -240,
      "platform:commission": -135,
      "platform:delivery": -60,
      "platform:discounts": 201,
    });
  });

  it("gives commission and subsidy back with a dish that the shop takes back", () => {
    const refund = {
      refundId: "r" as never,
      paymentId: paymentId(0),
      amountFen: fen(800),
      at: 150,
      parts: [{ key: "1", bearer: "merchant" as const, fen: fen(800) }],
    };
    const posted = all(paidOnce(order, [refund]), terms).at(-1);
    expect(
      Object.fromEntries((posted?.entries ?? []).map((e) => [`${e.account} ${e.item}`, e.amountFen])),
    ).toEqual({
      [`${shop} goods`]: 1001,
      [`${shop} commission`]: -51,
      "platform:commission commission": 51,
      "platform:discounts discount": -201,
      "channel:wechatPay refund": -800,
    });
  });

  it("charges nobody by mistake: what does not fit the order is the platform's", () => {
    const refund = { refundId: "r" as never, paymentId: paymentId(0), amountFen: fen(900), at: 150 };
    for (const parts of [
      null,
      [{ key: "1", bearer: "merchant" as const, fen: fen(900) }],
      [{ key: "0", bearer: "merchant" as const, fen: fen(800) }],
      [{ key: "9", bearer: "merchant" as const, fen: fen(900) }],
    ]) {
      const posted = all(paidOnce(order, [{ ...refund, parts }]), terms).at(-1);
      expect(balances(posted ? [posted] : [])).toEqual({
        "platform:compensation": 900,
        "channel:wechatPay": -900,
      });
    }
  });

  it("tops up a rider's pay where the fee is below the minimum", () => {
    const cheap = {
      ...order,
      lines: order.lines.map((l) => (l.key === "delivery" ? { ...l, grossFen: fen(100) } : l)),
    };
    expect(balances(all(paidOnce(cheap), terms))).toMatchObject({ [rider]: -200, "platform:delivery": 100 });
  });

  it("sends a second payment back and leaves the first alone", () => {
    const once = paidOnce(order);
    const second = { paymentId: paymentId(1), channel: "alipay" as const, amountFen: fen(2900), paidAt: 3 };
    const twice = { ...once, payments: [...once.payments, second] };
    const before = balances(all(twice, terms));
    expect(before).toMatchObject({ returning: -2900, "channel:alipay": 2900 });
    const back = {
      refundId: "r" as never,
      paymentId: paymentId(1),
      amountFen: fen(2900),
      at: 9,
      parts: null,
    };
    expect(balances(all({ ...twice, refunds: [back] }, terms))).toEqual(balances(all(once, terms)));
  });

  it("is not earned without a payment of ours: another system's past stays outside the books", () => {
    const facts = { orderId, order: { ...order, settledBy: null }, payments: [], refunds: [], shares: [] };
    expect(missingPostings(facts, [], foundingTerms)).toEqual({
      missing: [],
      skipped: [{ reason: "handedOverUnpaid" }],
    });
  });

  it("is not earned where the payment is not its price: somebody has to look", () => {
    const once = paidOnce(order);
    const payments = once.payments.map((p) => ({ ...p, amountFen: fen(2899) }));
    const { missing, skipped } = missingPostings({ ...once, payments }, [], terms);
    expect(missing.map(({ kind }) => kind)).toEqual(["payment"]);
    expect(skipped).toEqual([{ reason: "amountDiffers", lines: 2900, paid: 2899 }]);
  });

  it("owes less of what the payment platform handed on itself, until a refund takes it back", () => {
    const share = { paymentId: paymentId(0), party: "merchant" as const, at: 160 };
    const facts = {
      ...paidOnce(order),
      shares: [
        { ...share, key: "share:1", fen: fen(900) },
        { ...share, key: "share-returned:1", fen: fen(-100) },
      ],
    };
    const before = balances(all(paidOnce(order), terms));
    expect(balances(all(facts, terms))).toEqual({
      ...before,
      [shop]: (before[shop] ?? 0) + 800,
      "channel:wechatPay": 2900 - 800,
    });
  });

  it("posts money of an order that is not known as held", () => {
    const { payments } = paidOnce(order);
    expect(balances(all({ orderId, order: null, payments, refunds: [], shares: [] }, terms))).toEqual({
      held: -2900,
      "channel:wechatPay": 2900,
    });
  });
});
