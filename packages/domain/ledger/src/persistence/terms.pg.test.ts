import { day, fen } from "@sanqi/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundingTerms } from "../domain/index.ts";
import { type LedgerStage, ledgerStage } from "./ledger-stage.ts";

let stage: LedgerStage;
beforeAll(async () => {
  stage = await ledgerStage();
});
afterAll(() => stage?.drop());

describe("terms that lie ahead", () => {
  it("are replaced by what is agreed later for the same day, and kept with who agreed on them", async () => {
    const { campusId, operator, clock, ids } = stage;
    const validFrom = clock.now() + day;
    const second = { ...operator, accountId: ids.next("account") };
    const agree = (by: typeof operator, riderMinimumFen: number) =>
      stage.ledger.setCampusTerms(by, {
        terms: { ...foundingTerms, riderMinimumFen: fen(riderMinimumFen) },
        validFrom,
      });
    const shopId = ids.next("shop");
    const agreeWithShop = (by: typeof operator, commissionPermille: number) =>
      stage.ledger.setShopTerms(by, { shopId, terms: { commissionPermille }, validFrom });
    await agree(operator, 200);
    await agreeWithShop(operator, 50);
    clock.advance(1);
    await agree(second, 300);
    await agreeWithShop(second, 60);
    const { campus, shops } = await stage.ledger.terms(campusId);
    const told = { validFrom, at: clock.now(), by: second.accountId };
    expect(campus).toEqual([
      expect.objectContaining({ ...told, terms: { ...foundingTerms, riderMinimumFen: 300 } }),
      expect.objectContaining({ validFrom, at: clock.now() - 1, by: operator.accountId }),
    ]);
    expect(shops.map(({ by, terms }) => [by, terms.commissionPermille])).toEqual([
      [second.accountId, 60],
      [operator.accountId, 50],
    ]);
    clock.advance(day);
    const rider = ids.next("account");
    await stage.post(stage.order(shopId, 1000, rider));
    expect(await stage.balance(`merchant:${shopId}`)).toBe(-940);
    expect((await stage.ledger.terms(campusId)).now.riderMinimumFen).toBe(300);
  });
});
