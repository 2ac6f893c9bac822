import { day, fen, type OrderId } from "@sanqi/kernel";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { merchantAccount, type OrderFacts, type PaymentFact, type ShareFact } from "../domain/index.ts";
import { type LedgerStage, ledgerStage } from "./ledger-stage.ts";

let stage: LedgerStage;
beforeEach(async () => {
  stage = await ledgerStage();
});
afterEach(() => stage?.drop());

const find = () => stage.ledger.work.postMissing(stage.campusId, "t");
const factsOf = (orderId: OrderId) => stage.known.get(orderId) as OrderFacts;

describe("the search for what is not posted", () => {
  it("finds orders from before there was a ledger, page by page, and tells of those that do not fit", async () => {
    const shopId = stage.ids.next("shop");
    const orders = Array.from({ length: 12 }, () => stage.order(shopId, 1000, stage.ids.next("account")));
    await stage.post(orders[3] as (typeof orders)[number]);
    const odd = stage.known.get(orders[5] as (typeof orders)[number]);
    if (odd?.order) stage.known.set(odd.orderId, { ...odd, order: { ...odd.order, lines: [] } });
    expect(await find()).toBe(11);
    expect(await find()).toBe(0);
    expect(await stage.balance(merchantAccount(shopId))).toBe(-11_000);
    const told = { reason: "amountDiffers", lines: 0, paid: 1300, orderId: odd?.orderId, traceId: "t" };
    expect(stage.skipped).toEqual([told, told]);
  });

  it("finds by itself what was handed over, refunded or shared, and never told", async () => {
    const shopId = stage.ids.next("shop");
    const account = merchantAccount(shopId);
    const orderId = stage.order(shopId, 1000);
    await stage.post(orderId);
    const now = stage.clock.now();
    const { order, payments } = factsOf(orderId);
    const { paymentId } = payments[0] as PaymentFact;
    stage.known.set(orderId, { ...factsOf(orderId), order: order && { ...order, handedOverAt: now } });
    expect([await find(), await stage.balance(account)]).toEqual([1, -1000]);
    stage.refund(orderId, 400, [{ key: "0", bearer: "merchant", fen: fen(400) }]);
    expect([await find(), await stage.balance(account)]).toEqual([1, -600]);
    const share = {
      key: `share:${paymentId}:merchant`,
      paymentId,
      party: "merchant",
      fen: fen(300),
      at: now,
    };
    stage.known.set(orderId, { ...factsOf(orderId), shares: [share as ShareFact] });
    expect([await find(), await stage.balance(account)]).toEqual([1, -300]);
    expect(await find()).toBe(0);
  });

  it("looks no more at what is over and booked, but waits behind an order that is on its way", async () => {
    const shopId = stage.ids.next("shop");
    const paymentOf = (orderId: OrderId) => stage.known.get(orderId)?.payments[0]?.paymentId;
    const over = stage.order(shopId, 1000, stage.ids.next("account"));
    stage.clock.advance(1);
    const onItsWay = stage.order(shopId, 1000);
    stage.clock.advance(1);
    const later = stage.order(shopId, 1000, stage.ids.next("account"));
    stage.clock.advance(4 * day);
    expect(await find()).toBe(3);
    stage.looked.length = 0;
    await find();
    expect(stage.looked).toEqual([onItsWay, later].map(paymentOf));
    expect(paymentOf(over)).toBeDefined();
    stage.clock.advance(30 * day);
    await find();
    stage.looked.length = 0;
    expect([await find(), stage.looked]).toEqual([0, []]);
  });

  it("that fails keeps no other from its turn, and is looked at until it is mended", async () => {
    const shopId = stage.ids.next("shop");
    const broken = stage.order(shopId, 1000, stage.ids.next("account"));
    stage.clock.advance(1);
    stage.order(shopId, 1000, stage.ids.next("account"));
    const facts = factsOf(broken);
    const unknown = stage.ids.next("payment");
    stage.refund(broken, 100);
    const [refund] = factsOf(broken).refunds;
    stage.known.set(broken, { ...facts, refunds: refund ? [{ ...refund, paymentId: unknown }] : [] });
    stage.clock.advance(4 * day);
    await expect(find()).rejects.toThrow(/not posted/);
    expect(await stage.balance(merchantAccount(shopId))).toBe(-1000);
    stage.known.set(broken, facts);
    expect([await find(), await stage.balance(merchantAccount(shopId))]).toEqual([1, -2000]);
  });
});
