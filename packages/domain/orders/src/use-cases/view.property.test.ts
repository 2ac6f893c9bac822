import { hour, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AfterSale,
  afterSaleLifecycle,
  afterSaleWithin,
  fulfilmentLifecycle,
  type Order,
  paymentLifecycle,
  viewChangesAt,
} from "../domain/index.ts";
import { anOrder, someone } from "../domain/order-for-tests.ts";
import { toView } from "./view.ts";

const keysOf = <T extends object>(table: T) => fc.constantFrom(...(Object.keys(table) as (keyof T)[]));
const noon = 1_000 * hour;
/** Around the moments that matter, and far from them. */
const moment = fc.oneof(
  fc.integer({ min: noon - 60 * hour, max: noon + 120 * hour }),
  fc.constantFrom(
    noon,
    noon - 1,
    noon + afterSaleWithin,
    noon + afterSaleWithin - 1,
    noon + afterSaleWithin + 1,
  ),
);
const afterSale: fc.Arbitrary<AfterSale> = fc.record({
  afterSaleId: fc.constant(toId("afterSale", `asl_${"0".repeat(20)}`)),
  no: fc.integer({ min: 1, max: 3 }),
  state: keysOf(afterSaleLifecycle),
  reason: fc.constant("late"),
  words: fc.constant("晚了"),
  items: fc.constant([]),
  pictureIds: fc.constant([]),
  openedAt: moment,
  answer: fc.constant(null),
  decision: fc.constant(null),
  closedAt: fc.constant(null),
});
const order: fc.Arbitrary<Order> = fc
  .record({
    fulfilment: keysOf(fulfilmentLifecycle),
    payment: keysOf(paymentLifecycle),
    handover: fc.constantFrom("delivery", "pickup", "table"),
    slot: fc.option(moment.map((from) => ({ from, to: from + hour }))),
    rider: fc.option(fc.constant({ accountId: someone(80), name: "周" })),
    deliveredAt: fc.option(fc.constant(noon)),
    paidAt: fc.option(moment),
    acceptBy: fc.option(moment),
    unacceptedAt: fc.option(moment),
    acceptedAt: fc.option(moment),
    urgedAt: fc.option(moment),
    afterSale: fc.option(afterSale),
    payBy: moment,
  })
  .map((over) => anOrder(over as Partial<Order>));
const rating = fc.option(fc.constant({ stars: 5, comment: "", at: noon, answer: null, hidden: null }));
const pictures = { claim: async () => true, link: () => "/p" };

describe("a student's view", () => {
  it("reads the same until the moment that is told beforehand, and differently from that moment on", () => {
    fc.assert(
      fc.property(order, rating, moment, moment, (one, stars, at, later) => {
        const seenAt = (now: number) => toView(one, [], { rating: stars, now, pictures });
        const until = viewChangesAt(one, at);
        const asked = Math.max(at, later);
        if (until === null || asked < until) expect(seenAt(asked)).toEqual(seenAt(at));
        if (until === null) return;
        expect(until).toBeGreaterThan(at);
        expect(seenAt(until)).not.toEqual(seenAt(at));
      }),
      { numRuns: 3_000 },
    );
  });
});
