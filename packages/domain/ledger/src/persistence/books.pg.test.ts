import { inTransaction, type Tx } from "@sanqi/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LedgerStage, ledgerStage } from "./ledger-stage.ts";

let stage: LedgerStage;
beforeAll(async () => {
  stage = await ledgerStage();
});
afterAll(() => stage?.drop());

const head = (entryCount: number, postingId = stage.ids.next("posting")) => ({
  campusId: stage.campusId,
  postingId,
  kind: "payment",
  key: `planted:${postingId}`,
  at: 1,
  occurredAt: 1,
  facts: "{}",
  entryCount,
  traceId: "t",
});
const plant = (amounts: readonly number[], entryCount = amounts.length) =>
  inTransaction(stage.sql, async (tx) => {
    const posting = head(entryCount);
    await tx`insert into posting ${tx(posting)}`;
    await plantEntries(tx, posting.postingId, amounts);
    return posting.postingId;
  });
const plantEntries = (tx: Tx, postingId: string, amounts: readonly number[], from = 0) =>
  tx`insert into entry ${tx(
    amounts.map((amountFen, i) => ({
      campusId: stage.campusId,
      postingId,
      lineNo: from + i,
      account: "bank",
      item: "order",
      amountFen,
      at: 1,
    })),
  )}`;

describe("the database itself", () => {
  it("takes a posting that balances", async () => {
    await expect(plant([100, -60, -40])).resolves.toMatch(/^pst_/);
  });

  it.each([
    ["does not sum to 0", [100, -99], 2],
    ["has one entry only", [100], 2],
    ["has none", [], 2],
    ["has another number of entries than it says", [100, -100], 3],
  ])("refuses, at commit, a posting that %s", async (_what, amounts, count) => {
    const before = await stage.sql`select * from posting`;
    const planting =
      amounts.length > 0
        ? plant(amounts, count)
        : inTransaction(stage.sql, (tx) => tx`insert into posting ${tx(head(count))}`);
    await expect(planting).rejects.toThrow(/does not balance/);
    expect((await stage.sql`select * from posting`).count).toBe(before.count);
  });

  it("refuses an entry of 0, and a posting that promises fewer than two", async () => {
    await expect(plant([100, -100, 0])).rejects.toThrow(/entry_amount_fen_check/);
    await expect(plant([], 1)).rejects.toThrow(/entry_count_check|values lists/);
  });

  it("lets nobody slip a balanced pair into an old posting, nor give an entry another time", async () => {
    const postingId = await plant([7, -7]);
    await expect(inTransaction(stage.sql, (tx) => plantEntries(tx, postingId, [5, -5], 2))).rejects.toThrow(
      /does not balance/,
    );
    const moved = {
      campusId: stage.campusId,
      postingId,
      lineNo: 9,
      account: "bank",
      item: "order",
      amountFen: 1,
      at: 2,
    };
    await expect(stage.sql`insert into entry ${stage.sql(moved)}`).rejects.toThrow(/foreign key/);
  });

  it.each([
    "update entry set amount_fen = amount_fen * 2",
    "update posting set at = 0",
    "delete from entry",
    "delete from posting where false",
    "truncate entry",
    "truncate posting cascade",
    "update campus_terms set commission_permille = 0",
    "delete from shop_terms",
    "update payout_step set by = 'nobody'",
    "delete from payout_step",
    "delete from payout where false",
    "truncate payout cascade",
  ])("refuses: %s", async (statement) => {
    await expect(stage.sql.unsafe(statement)).rejects.toThrow(/the ledger is never changed/);
  });

  it("lets a pay-out move on, and nothing else of it change", async () => {
    const payout = {
      campusId: stage.campusId,
      payoutId: stage.ids.next("payout"),
      payee: "merchant:x",
      period: "p",
      amountFen: 500,
      state: "prepared",
      preparedAt: 1,
      changedAt: 1,
    };
    await stage.sql`insert into payout ${stage.sql(payout)}`;
    const change = (what: string) =>
      stage.sql.unsafe(`update payout set ${what} where payout_id = '${payout.payoutId}'`);
    await change("state = 'sent', changed_at = 2, note = 'told the bank', attempt = 2");
    for (const what of [
      "amount_fen = 1",
      "payee = 'rider:y'",
      "period = 'q'",
      "prepared_at = 2",
      "attempt = 1",
    ])
      await expect(change(what)).rejects.toThrow(/only moves on/);
    await expect(change("state = 'lost'")).rejects.toThrow(/payout_state_check/);
  });

  it("books a key once", async () => {
    const posting = head(2);
    const { key } = posting;
    const insert = () =>
      inTransaction(stage.sql, async (tx) => {
        await tx`insert into posting ${tx({ ...head(2), key })}`;
      });
    await inTransaction(stage.sql, async (tx) => {
      await tx`insert into posting ${tx(posting)}`;
      await plantEntries(tx, posting.postingId, [1, -1]);
    });
    await expect(insert()).rejects.toThrow(/unique|duplicate/);
  });
});
