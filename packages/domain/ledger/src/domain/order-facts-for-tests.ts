import { fen, toId } from "@sanqi/kernel";
import fc from "fast-check";
import type { Bearer, LineFacts, OrderFacts, OrderMoney, RefundFact } from "./facts.ts";
import type { Posting } from "./posting.ts";
import type { AppliedTerms } from "./terms.ts";

const id = <K extends Parameters<typeof toId>[0]>(kind: K, prefix: string, n = 0) =>
  toId(kind, `${prefix}_${String(n).padStart(20, "0")}`);
export const shopId = id("shop", "shp");
export const riderId = id("account", "acc");
export const orderId = id("order", "ord");
export const paymentId = (n: number) => id("payment", "pay", n);
const refundId = (n: number) => id("refund", "rfd", n);

export const terms: fc.Arbitrary<AppliedTerms> = fc.record({
  commissionPermille: fc.integer({ min: 0, max: 300 }),
  riderSharePermille: fc.integer({ min: 0, max: 1000 }),
  riderMinimumFen: fc.integer({ min: 0, max: 500 }).map(fen),
});

/** A price with up to two discounts that leave something of it, now and then of nothing at all. */
const line = (key: string, kind: LineFacts["kind"], bearers: fc.Arbitrary<"merchant" | "platform">) =>
  fc
    .record({
      gross: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 500_000 })),
      cuts: fc.array(fc.record({ bearer: bearers, part: fc.integer({ min: 0, max: 500 }) }), {
        maxLength: 2,
      }),
    })
    .map(({ gross, cuts }): LineFacts => {
      const discounts = cuts.map(({ bearer, part }) => ({
        bearer,
        fen: fen(Math.floor((gross * part) / 1000)),
      }));
      return { key, kind, grossFen: fen(gross), discounts };
    });
const anyBearer = fc.constantFrom("merchant" as const, "platform" as const);

export const order: fc.Arbitrary<OrderMoney> = fc
  .record({
    goods: fc
      .array(line("x", "goods", anyBearer), { minLength: 1, maxLength: 5 })
      .map((lines) => lines.map((each, i) => ({ ...each, key: String(i) }))),
    packing: line("packing", "packing", anyBearer),
    delivery: line("delivery", "delivery", fc.constant("platform" as const)),
    ridden: fc.boolean(),
    handedOverAt: fc.option(fc.integer({ min: 100, max: 200 })),
  })
  .map(({ goods, packing, delivery, ridden, handedOverAt }) => ({
    orderId,
    orderNo: "A001",
    shopId,
    riderId: ridden ? riderId : null,
    placedAt: 1,
    handedOverAt,
    ended: false,
    settledBy: paymentId(0),
    lines: [...goods, packing, delivery],
  }))
  .filter(({ lines }) => netSum(lines) > 0);

const netOf = (each: LineFacts) =>
  each.discounts.reduce((net, discount) => net - discount.fen, each.grossFen as number);
export const netSum = (lines: readonly LineFacts[]) => lines.reduce((sum, each) => sum + netOf(each), 0);

export const naturalBearer = (each: LineFacts, { riderId: rider }: OrderMoney): Bearer =>
  each.kind !== "delivery" ? "merchant" : rider ? "rider" : "platform";

/** Every line goes back in `pieces` parts at some time, borne by whoever earned on it, or by anybody. */
export function refundsOf(
  of: OrderMoney,
  how: { pieces: number; bearers: readonly Bearer[]; ats: readonly number[] },
) {
  const refunds: RefundFact[] = [];
  for (const each of of.lines) {
    let left = netOf(each);
    for (let piece = how.pieces; piece > 0 && left > 0; piece--) {
      const amount = piece === 1 ? left : Math.ceil(left / piece);
      const n = refunds.length;
      const bearer = how.bearers[n % Math.max(1, how.bearers.length)] ?? naturalBearer(each, of);
      refunds.push({
        refundId: refundId(n),
        paymentId: paymentId(0),
        amountFen: fen(amount),
        at: how.ats[n % how.ats.length] ?? 0,
        parts: [{ key: each.key, bearer, fen: fen(amount) }],
      });
      left -= amount;
    }
  }
  return refunds;
}

export const paidOnce = (of: OrderMoney, refunds: readonly RefundFact[] = []): OrderFacts => ({
  orderId,
  order: of,
  payments: [{ paymentId: paymentId(0), channel: "wechatPay", amountFen: fen(netSum(of.lines)), paidAt: 2 }],
  refunds,
  shares: [],
});

export const someBearers = fc.array(fc.constantFrom<Bearer>("merchant", "platform", "rider"), {
  maxLength: 4,
});
export const times = fc.array(fc.integer({ min: 50, max: 250 }), { minLength: 1, maxLength: 4 });

/** Balances by account, those of 0 left out. */
export function balances(postings: readonly Posting[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { entries } of postings)
    for (const { account, amountFen } of entries) sums[account] = (sums[account] ?? 0) + amountFen;
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}
