import { connect } from "@sanqi/database";
import { day, fen, hour } from "@sanqi/kernel";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { merchantAccount, riderAccount } from "../domain/index.ts";
import { createLedgerUseCases } from "../use-cases/index.ts";
import { createLedgerStore } from "./index.ts";
import { type LedgerStage, ledgerStage } from "./ledger-stage.ts";

let stage: LedgerStage;
beforeEach(async () => {
  stage = await ledgerStage();
});
afterEach(() => stage?.drop());

const due = () => stage.ledger.work.prepareDuePayouts(stage.campusId, "t");
const payouts = () => stage.ledger.payouts(stage.campusId, { state: null, limit: 100 });
/** Some shops and riders with a week of orders, and the Monday after it, 02:00. */
async function weekOf(shops: number): Promise<void> {
  for (let n = 0; n < shops; n++) {
    await stage.post(stage.order(stage.ids.next("shop"), 1000 * (n + 1), stage.ids.next("account")));
    stage.clock.advance(hour);
  }
  stage.clock.set(Date.UTC(2026, 10, 22, 18));
}

describe("pay-outs", () => {
  it("are prepared on Monday at two for everybody with a balance, once, and set the money apart", async () => {
    await weekOf(3);
    stage.clock.advance(-1);
    expect(await due()).toBe(0);
    stage.clock.advance(1);
    expect(await due()).toBe(6);
    expect(await due()).toBe(0);
    expect(new Set((await payouts()).map(({ period }) => period))).toEqual(
      new Set(["2026-11-16..2026-11-22"]),
    );
    expect((await payouts()).map(({ amountFen }) => amountFen).sort()).toEqual([
      1000, 2000, 300, 300, 300, 3000,
    ]);
    expect(await stage.balance("transit")).toBe(-6900);
    const { payees } = await stage.ledger.ledger(stage.campusId);
    expect(payees.every(({ owedFen }) => owedFen === 0)).toBe(true);
  });

  it("count what was owed at the end of the week, and never more than is owed now", async () => {
    const [shop, rider] = [stage.ids.next("shop"), stage.ids.next("account")];
    const orderId = stage.order(shop, 1000, rider);
    await stage.post(orderId);
    stage.clock.set(Date.UTC(2026, 10, 22, 17));
    await stage.post(stage.order(shop, 700, rider));
    stage.refund(orderId, 900, [{ key: "0", bearer: "merchant", fen: fen(900) }]);
    await stage.post(orderId);
    stage.clock.advance(hour);
    await due();
    const amounts = Object.fromEntries((await payouts()).map(({ payee, amountFen }) => [payee, amountFen]));
    expect(amounts).toEqual({ [merchantAccount(shop)]: 800, [riderAccount(rider)]: 300 });
  });

  it("never pay a debt: it is carried on, and taken off what is earned next", async () => {
    const [shop, rider] = [stage.ids.next("shop"), stage.ids.next("account")];
    const first = stage.order(shop, 1000, rider);
    await stage.post(first);
    stage.clock.set(Date.UTC(2026, 10, 22, 18));
    await due();
    stage.refund(first, 1000, [{ key: "0", bearer: "merchant", fen: fen(1000) }]);
    await stage.post(first);
    stage.clock.advance(7 * day);
    expect(await due()).toBe(0);
    await stage.post(stage.order(shop, 1500, rider));
    stage.clock.advance(7 * day);
    await due();
    const mine = (await payouts()).filter(({ payee }) => payee === merchantAccount(shop));
    expect(mine.map(({ amountFen }) => amountFen)).toEqual([500, 1000]);
  });

  it("wait for what a payment platform may still hand on itself, so that nobody is paid twice", async () => {
    const [shop, rider] = [stage.ids.next("shop"), stage.ids.next("account")];
    await stage.post(stage.order(shop, 1000, rider));
    const shared = stage.order(shop, 700, rider);
    await stage.post(shared);
    for (const { paymentId } of stage.known.get(shared)?.payments ?? []) stage.shared.add(paymentId);
    stage.clock.set(Date.UTC(2026, 10, 22, 18));
    await due();
    const amounts = async () =>
      (await payouts()).map(({ payee, amountFen }) => [payee.split(":")[0], amountFen]);
    expect(await amounts()).toEqual([
      ["merchant", 1000],
      ["rider", 300],
    ]);
    stage.shared.clear();
    stage.clock.advance(7 * day);
    expect(await due()).toBe(2);
    expect(await stage.balance("transit")).toBe(-2300);
  });

  it("leave small change for the next time", async () => {
    await stage.post(stage.order(stage.ids.next("shop"), 99, stage.ids.next("account")));
    stage.clock.set(Date.UTC(2026, 10, 22, 18));
    expect(await due()).toBe(1);
  });

  it("survive the death of their process in the middle: what is done stands, the next one does the rest", async () => {
    await weekOf(4);
    const store = createLedgerStore(stage.sql, stage.ids, () => ({
      of: never,
      due: never,
      beingShared: async () => [],
    }));
    let left = 3;
    const dying = createLedgerUseCases({
      ...{ clock: stage.clock, ids: stage.ids, onSkipped: () => {} },
      store: {
        ...store,
        inTransaction: (work) =>
          store.inTransaction(async (records, facts) => {
            const result = await work(records, facts);
            // Dies with everything written and nothing committed.
            left -= 1;
            if (left < 0) throw new Error("power cut");
            return result;
          }),
      },
    });
    await expect(dying.work.prepareDuePayouts(stage.campusId, "t")).rejects.toThrow("power cut");
    expect(await payouts()).toHaveLength(3);
    expect(await due()).toBe(5);
    expect(await stage.balance("transit")).toBe(-(10_000 + 4 * 300));
    const twice = await stage.sql`select payee from payout group by payee having count(*) > 1`;
    expect(twice.count).toBe(0);
  });

  it("are prepared once by two processes at the same time", async () => {
    await weekOf(5);
    const other = connect(stage.url, { max: 4 });
    const second = stage.start(other);
    const counts = await Promise.all([
      due(),
      second.work.prepareDuePayouts(stage.campusId, "t"),
      stage.ledger.preparePayouts(stage.operator).then(({ prepared }) => prepared),
    ]);
    await other.end();
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(await stage.balance("transit")).toBe(-(15_000 + 5 * 300));
  });

  it("go through the desk: sent, failed, prepared anew, paid; each step with who and why", async () => {
    await weekOf(1);
    await due();
    const [payout] = (await payouts()).filter(({ payee }) => payee.startsWith("merchant:"));
    if (!payout) throw new Error("no pay-out");
    const { payoutId, payee } = payout;
    const change = (command: Parameters<typeof stage.ledger.changePayout>[1]["command"], note = "") =>
      stage.ledger.changePayout(stage.operator, { payoutId, command, note });
    expect(await change("pay")).toEqual({
      ok: false,
      error: { kind: "payoutStateConflict", from: "prepared", command: "pay" },
    });
    await change("send", "批次 7");
    expect(await change("fail", "账号有误")).toMatchObject({
      ok: true,
      value: { state: "failed", note: "账号有误" },
    });
    expect([await stage.balance(payee), await stage.balance("transit")]).toEqual([-1000, -300]);
    expect(await change("renew")).toMatchObject({ ok: true, value: { state: "prepared", attempt: 2 } });
    await change("send");
    expect(await Promise.all([change("pay", "流水 1"), change("pay", "流水 1")])).toMatchObject([
      { ok: true },
      { ok: false, error: { kind: "payoutStateConflict" } },
    ]);
    expect([await stage.balance(payee), await stage.balance("bank")]).toEqual([0, -1000]);
    const steps = await stage.sql<{ toState: string; by: string }[]>`
      select to_state, by from payout_step where payout_id = ${payoutId} order by step_no`;
    expect(steps.map(({ toState }) => toState)).toEqual([
      "prepared",
      "sent",
      "failed",
      "prepared",
      "sent",
      "paid",
    ]);
    expect(steps.map(({ by }) => by)).toEqual(["payout-timer", ...Array(5).fill(stage.operator.accountId)]);
    const unknown = { payoutId: stage.ids.next("payout"), command: "send" as const, note: "" };
    expect(await stage.ledger.changePayout(stage.operator, unknown)).toEqual({
      ok: false,
      error: { kind: "payoutNotFound" },
    });
  });

  it("that failed are not prepared anew above what is owed meanwhile; cancelled ones wait for the next period", async () => {
    const [shop, rider] = [stage.ids.next("shop"), stage.ids.next("account")];
    const orderId = stage.order(shop, 1000, rider);
    await stage.post(orderId);
    stage.clock.set(Date.UTC(2026, 10, 22, 18));
    await due();
    const payout = (await payouts()).find(({ payee }) => payee === merchantAccount(shop));
    const change = (command: "send" | "fail" | "renew" | "cancel") =>
      stage.ledger.changePayout(stage.operator, {
        payoutId: payout?.payoutId ?? ("" as never),
        command,
        note: "",
      });
    await change("send");
    await change("fail");
    stage.refund(orderId, 1, [{ key: "0", bearer: "merchant", fen: fen(1) }]);
    await stage.post(orderId);
    expect(await change("renew")).toEqual({ ok: false, error: { kind: "payoutAboveBalance" } });
    await change("cancel");
    expect(await stage.balance(merchantAccount(shop))).toBe(-999);
    expect((await stage.ledger.preparePayouts(stage.operator)).prepared).toBe(0);
    stage.clock.advance(7 * day);
    expect(await due()).toBe(1);
  });
});

const never = () => Promise.reject(new Error("no facts are needed here"));
