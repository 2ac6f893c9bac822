import { fen } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingPostings } from "./catch-up.ts";
import type { OrderFacts } from "./facts.ts";
import {
  order as anyOrder,
  terms as anyTerms,
  balances,
  netSum,
  paidOnce,
  paymentId,
  refundsOf,
  riderId,
  shopId,
  someBearers,
  times,
} from "./order-facts-for-tests.ts";
import type { Posting } from "./posting.ts";
import type { AppliedTerms } from "./terms.ts";

const pieces = fc.integer({ min: 1, max: 3 });
const all = (facts: OrderFacts, terms: AppliedTerms, booked: readonly Posting[] = []) =>
  missingPostings(facts, booked, terms).missing;

describe("the postings of an order", () => {
  it("balance each, say something in each entry, and are named by what happened", () => {
    fc.assert(
      fc.property(anyOrder, anyTerms, pieces, someBearers, times, (order, terms, n, bearers, ats) => {
        const postings = all(paidOnce(order, refundsOf(order, { pieces: n, bearers, ats })), terms);
        for (const { entries } of postings) {
          expect(entries.reduce((sum, entry) => sum + entry.amountFen, 0)).toBe(0);
          expect(entries.every((entry) => entry.amountFen !== 0)).toBe(true);
        }
        expect(new Set(postings.map(({ key }) => key)).size).toBe(postings.length);
      }),
    );
  });

  it("are written once, however often they are asked for", () => {
    fc.assert(
      fc.property(anyOrder, anyTerms, pieces, someBearers, times, (order, terms, n, bearers, ats) => {
        const facts = paidOnce(order, refundsOf(order, { pieces: n, bearers, ats }));
        expect(all(facts, terms, all(facts, terms))).toEqual([]);
      }),
    );
  });

  it("end in the same books, whenever and in whichever order the facts become known", () => {
    fc.assert(
      fc.property(
        anyOrder,
        anyTerms,
        pieces,
        someBearers,
        times,
        fc.array(fc.tuple(fc.nat(12), fc.boolean()), { maxLength: 6 }),
        (order, terms, n, bearers, ats, steps) => {
          const whole = paidOnce(order, refundsOf(order, { pieces: n, bearers, ats }));
          let booked: Posting[] = [];
          let known = 0;
          let delivered = false;
          for (const [refunds, handedOver] of steps) {
            known = Math.max(known, Math.min(refunds, whole.refunds.length));
            delivered ||= handedOver;
            const partly: OrderFacts = {
              ...whole,
              order: delivered ? order : { ...order, handedOverAt: null },
              refunds: whole.refunds.slice(0, known),
            };
            booked = [...booked, ...all(partly, terms, booked)];
          }
          booked = [...booked, ...all(whole, terms, booked)];
          expect(balances(booked)).toEqual(balances(all(whole, terms)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("leave nothing behind where every line goes back at the cost of who earned on it", () => {
    fc.assert(
      fc.property(anyOrder, anyTerms, pieces, times, (order, terms, n, ats) => {
        const facts = paidOnce(order, refundsOf(order, { pieces: n, bearers: [], ats }));
        const left = balances(all(facts, terms));
        // A delivery without a rider has nobody who could give the fee back: the platform compensates it.
        if (!order.riderId && order.handedOverAt !== null) {
          const fee = (left["platform:delivery"] ?? 0) + (left["platform:compensation"] ?? 0);
          expect(fee + (left["platform:discounts"] ?? 0)).toBe(0);
          for (const name of ["platform:delivery", "platform:compensation", "platform:discounts"])
            delete left[name];
        }
        // What was free of charge for the student does not go back: the platform has paid for it.
        const free = order.lines.filter((line) => netSum([line]) === 0);
        if (free.length === 0) expect(left).toEqual({});
        else
          expect([left.held, left.returning, left["channel:wechatPay"]]).toEqual([
            undefined,
            undefined,
            undefined,
          ]);
      }),
    );
  });

  it("leave nothing behind of an order that ended before it was handed over", () => {
    fc.assert(
      fc.property(anyOrder, anyTerms, fc.boolean(), (order, terms, first) => {
        const facts = paidOnce({ ...order, handedOverAt: null, ended: true }, [
          {
            refundId: "r" as never,
            paymentId: paymentId(0),
            amountFen: fen(netSum(order.lines)),
            at: 60,
            parts: null,
          },
        ]);
        const before = first ? all({ ...facts, refunds: [] }, terms) : [];
        const after = [...before, ...all(facts, terms, before)];
        expect(after.map(({ kind }) => kind)).toEqual(["payment", "returnDue", "refund"]);
        expect(balances(after)).toEqual({});
      }),
    );
  });

  it("never let a shop or a rider owe for an order by itself", () => {
    fc.assert(
      fc.property(anyOrder, anyTerms, (order, terms) => {
        const left = balances(all(paidOnce({ ...order, handedOverAt: 100 }), terms));
        expect(left[`merchant:${shopId}`] ?? 0).toBeLessThanOrEqual(0);
        expect(left[`rider:${riderId}`] ?? 0).toBeLessThanOrEqual(0);
        expect(left.held).toBeUndefined();
      }),
    );
  });
});
