import { fen, type ShopId } from "@sanqi/kernel";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { merchantAccount, riderAccount } from "../domain/index.ts";
import { type LedgerStage, ledgerStage } from "./ledger-stage.ts";

let stage: LedgerStage;
beforeAll(async () => {
  stage = await ledgerStage();
});
afterAll(() => stage?.drop());

const keys = (posted: { posted: { key: string }[] }) => posted.posted.map(({ key }) => key.split(":")[0]);

describe("posting an order", () => {
  it("books what is new, once, also where two processes do it at the same time", async () => {
    const rider = stage.ids.next("account");
    const orderId = stage.order(stage.ids.next("shop"), 2000, rider);
    const both = await Promise.all([stage.post(orderId), stage.post(orderId), stage.post(orderId)]);
    expect(both.flatMap(keys).sort()).toEqual(["earned", "payment"]);
    expect(keys(await stage.post(orderId))).toEqual([]);
    expect(await stage.balance(riderAccount(rider))).toBe(-300);
  });

  it("follows the terms under which it was ordered, and the split that was booked", async () => {
    const shopId = stage.ids.next("shop");
    const account = merchantAccount(shopId);
    const rider = stage.ids.next("account");
    const early = stage.order(shopId, 1000, rider);
    stage.clock.advance(1000);
    const terms = { commissionPermille: 100 };
    expect(await stage.ledger.setShopTerms(stage.operator, { shopId, terms, validFrom: null })).toMatchObject(
      {
        ok: true,
      },
    );
    const late = stage.order(shopId, 1000, rider);
    await stage.post(early);
    expect(await stage.balance(account)).toBe(-1000);
    await stage.post(late);
    expect(await stage.balance(account)).toBe(-1900);
    stage.clock.advance(1000);
    await stage.ledger.setShopTerms(stage.operator, {
      shopId,
      terms: { commissionPermille: null },
      validFrom: null,
    });
    stage.refund(late, 500, [{ key: "0", bearer: "merchant", fen: fen(500) }]);
    await stage.post(late);
    expect(await stage.balance(account)).toBe(-1450);
    const past = { shopId, terms, validFrom: stage.clock.now() - 1 };
    expect(await stage.ledger.setShopTerms(stage.operator, past)).toEqual({
      ok: false,
      error: { kind: "termsInPast" },
    });
    const { shops, now } = await stage.ledger.terms(stage.campusId);
    expect(
      shops.filter((each) => each.shopId === shopId).map((each) => each.terms.commissionPermille),
    ).toEqual([null, 100]);
    expect(now.commissionPermille).toBe(0);
  });

  it("posts a bill's fees once a day and channel", async () => {
    const bill = { campusId: stage.campusId, channel: "alipay" as const, day: "2026-11-15", traceId: "t" };
    await stage.ledger.work.postChannelFee({ ...bill, feeFen: fen(38) });
    await stage.ledger.work.postChannelFee({ ...bill, feeFen: fen(38) });
    await stage.ledger.work.postChannelFee({ ...bill, day: "2026-11-14", feeFen: fen(0) });
    expect([await stage.balance("fees:alipay"), await stage.balance("channel:alipay")]).toEqual([38, -38]);
    await stage.ledger.work.postChannelFee({ ...bill, no: 0, feeFen: fen(38) });
    await stage.ledger.work.postChannelFee({ ...bill, no: 1, feeFen: fen(-3) });
    await stage.ledger.work.postChannelFee({ ...bill, no: 1, feeFen: fen(-3) });
    expect([await stage.balance("fees:alipay"), await stage.balance("channel:alipay")]).toEqual([35, -35]);
  });
});

describe("money between a payment platform and the bank", () => {
  it("is booked once for each reference, in either direction", async () => {
    const before = [await stage.balance("channel:wechatPay"), await stage.balance("bank")] as const;
    const transfer = { channel: "wechatPay" as const, amountFen: fen(5000), reference: "T-1" };
    const record = (more: { direction: "toBank" | "toChannel"; reference?: string }) =>
      stage.ledger.recordTransfer(stage.operator, { ...transfer, ...more });
    expect(await record({ direction: "toBank" })).toEqual({ booked: true });
    expect(await record({ direction: "toChannel" })).toEqual({ booked: false });
    expect(await record({ direction: "toChannel", reference: "T-2" })).toEqual({ booked: true });
    await record({ direction: "toBank", reference: "T-3" });
    expect([await stage.balance("channel:wechatPay"), await stage.balance("bank")]).toEqual([
      before[0] - 5000,
      before[1] + 5000,
    ]);
    const booked = await stage.sql`select facts->>'by' as by from posting where kind = 'transfer'`;
    expect(booked.map(({ by }) => by)).toEqual(Array(3).fill(stage.operator.accountId));
  });
});

describe("a statement", () => {
  it("ties to the ledger to the fen, whatever happened and wherever the period is cut", async () => {
    const shopId: ShopId = stage.ids.next("shop");
    const account = merchantAccount(shopId);
    const rider = stage.ids.next("account");
    const start = stage.clock.now();
    const happening = fc.record({
      goods: fc.integer({ min: 1, max: 9999 }),
      refund: fc.option(fc.integer({ min: 1, max: 9999 })),
      bearer: fc.constantFrom("merchant" as const, "platform" as const, "rider" as const),
      wait: fc.integer({ min: 1, max: 5 }),
    });
    await stage.ledger.setShopTerms(stage.operator, {
      shopId,
      terms: { commissionPermille: 77 },
      validFrom: null,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { maxLength: 4 }),
        fc.nat(100),
        fc.nat(100),
        async (days, a, b) => {
          for (const { goods, refund, bearer, wait } of days) {
            const orderId = stage.order(shopId, goods, rider);
            await stage.post(orderId);
            stage.clock.advance(wait);
            if (refund !== null && refund <= goods) {
              stage.refund(orderId, refund, [{ key: "0", bearer, fen: fen(refund) }]);
              await stage.post(orderId);
            }
          }
          const length = stage.clock.now() - start + 1;
          const [from, to] = [a, b]
            .sort((x, y) => x - y)
            .map((part) => start + Math.floor((length * part) / 100));
          const whole = { account, from: from ?? 0, to: to ?? 0 };
          const statement = await stage.ledger.statement(stage.campusId, whole);
          const sum = statement.lines.reduce((total, line) => total + line.amountFen, 0);
          expect(statement.openingFen + sum).toBe(statement.closingFen);
          expect(statement.totals.amountFen).toBe(sum);
          for (const line of [...statement.lines, statement.totals])
            expect(
              line.earnedFen + line.discountFen + line.commissionFen + line.refundFen + line.payoutFen,
            ).toBe(line.amountFen);
          const everything = await stage.ledger.statement(stage.campusId, {
            account,
            from: 0,
            to: start + length,
          });
          expect([everything.openingFen, everything.closingFen]).toEqual([
            0,
            0 - (await stage.balance(account)),
          ]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is part of books that sum to 0", async () => {
    const { kinds, payees } = await stage.ledger.ledger(stage.campusId);
    expect(kinds.reduce((sum, { balanceFen }) => sum + balanceFen, 0)).toBe(0);
    expect(payees.length).toBeGreaterThan(3);
  });
});
