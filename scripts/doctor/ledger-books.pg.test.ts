import { afterAll, beforeAll, expect, it } from "vitest";
import { behindTheBack, broken, delivered } from "../../apps/bff/src/scenarios/ledger.ts";
import { moneyOf } from "../../apps/bff/src/scenarios/money.ts";
import { type Stage, setStage } from "../../apps/bff/src/scenarios/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

it("finds each damage that somebody does to the books behind their back, and nothing in sound ones", async () => {
  const orderId = await delivered(stage, await stage.as("weapp", "mo"));
  const paymentId = (await moneyOf(stage, orderId)).payments[0]?.paymentId;
  expect(await broken(stage.sql)).toEqual([]);
  const { campusId } = stage.ids;
  await stage.sql`insert into payout ${stage.sql({
    ...{
      campusId,
      payoutId: "pyt_1",
      payee: "rider:acc_1",
      period: "2026-11-16..2026-11-22",
      amountFen: 100,
    },
    ...{ state: "cancelled", preparedAt: 1, changedAt: 1 },
  })}`;
  const damages = [
    ["entry", "amount_fen = amount_fen + 1", "amount_fen = amount_fen - 1", "line_no = 0"],
    ["posting", "key = key || 'x'", "key = left(key, -1)", "kind = 'earned'"],
    ["payment", "amount_fen = amount_fen + 9", "amount_fen = amount_fen - 9", `payment_id = '${paymentId}'`],
  ] as const;
  expect(await broken(stage.sql)).toEqual(["pay-outs"]);
  await behindTheBack(stage, "delete from payout");
  const found: string[][] = [];
  for (const [table, harm, mend, where] of damages) {
    await behindTheBack(stage, `update ${table} set ${harm} where ${where}`);
    found.push(await broken(stage.sql));
    await behindTheBack(stage, `update ${table} set ${mend} where ${where}`);
  }
  expect(found).toEqual([
    ["postings", "ledger and payments"],
    ["ledger and orders"],
    ["ledger and payments"],
  ]);
  expect(await broken(stage.sql)).toEqual([]);
});
