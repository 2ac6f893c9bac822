import { chinaDay, day } from "@sanqi/kernel";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { callOnce, consoleCookie, procedures } from "./callers.ts";
import { balances, behindTheBack, broken, delivered } from "./ledger.ts";
import { openShop, place, placeAndPay } from "./lunch.ts";
import { booksAreSound, faults, moneyOf, press, refundedInFull, untilMoney } from "./money.ts";
import { codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let cook: Person;
let rider: Person;
let operator: { cookie: string; origin: string };
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
  rider = await stage.as("weapp", "rider-zhou");
  operator = { cookie: (await consoleCookie(stage)).cookie, origin: stage.url };
  // Set before the first order: terms hold for what is ordered from then on.
  await atConsole("setCampusTerms", {
    terms: {
      commissionPermille: 50,
      riderSharePermille: 800,
      riderMinimumFen: 150,
      payoutEvery: "day",
      payoutMinimumFen: 100,
    },
    validFrom: null,
  });
});
afterAll(() => stage?.close());
afterEach(async () => {
  await stage.product.idle();
  await booksAreSound(stage);
  expect(await broken(stage.sql)).toEqual([]);
});

type Booked = { kind: string; entries: { amountFen: number; zh: string; owner: string }[] };
async function atConsole<T>(name: string, input: unknown): Promise<T> {
  const procedure = procedures.find(({ path }) => path === `console.${name}`);
  if (!procedure) throw new Error(`no procedure console.${name}`);
  const answer = await callOnce(stage, procedure, operator, input);
  if (answer.status !== 200) throw new Error(answer.error?.code ?? answer.text);
  return (JSON.parse(answer.text) as { result: { data: T } }).result.data;
}
const today = () => chinaDay(stage.clock.now());
const days = () => ({ from: chinaDay(stage.clock.now() - 30 * day), to: chinaDay(stage.clock.now() + day) });

describe("the ledger", () => {
  it("holds what was paid, and gives it to shop, rider and platform when the lunch is handed over", async () => {
    const student = await stage.as("weapp", "lin");
    const paid = await placeAndPay(stage, student);
    const { amounts } = await student.api.orders.get.query({ orderId: paid });
    expect(await balances(stage, paid)).toEqual({ channel: amounts.totalFen, held: -amounts.totalFen });
    const orderId = await delivered(stage, student);
    const commission = Math.floor((amounts.goodsFen * 50) / 1000);
    const pay = Math.max(Math.floor((amounts.deliveryFeeFen * 800) / 1000), 150);
    const left = await balances(stage, orderId);
    expect(left).toMatchObject({
      channel: amounts.totalFen,
      merchant: -(amounts.goodsFen + amounts.packingFen - commission),
      rider: -pay,
      "platform:commission": -commission,
    });
    expect(left.held).toBeUndefined();
    const booked = await atConsole<Booked[]>("orderPostings", { orderId });
    expect(booked.map(({ kind }) => kind)).toEqual(["payment", "earned"]);
    for (const { entries } of booked)
      expect(entries.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);
    const shop = booked[1]?.entries.find(({ zh }) => zh === "应付商家");
    expect(shop?.owner).toMatch(/饺子/);
    expect(await atConsole("orderPostings", { orderId: `ord_${"0".repeat(20)}` })).toEqual([]);
    await student.api.orders.cancel.mutate({ orderId: paid, reason: "" });
    await untilMoney(stage, paid, refundedInFull);
    expect(await balances(stage, paid)).toEqual({});
  });

  it("sends a payment that came too late straight back", async () => {
    const student = await stage.as("alipay", "chen");
    const { orderId } = await place(stage, student);
    const { paymentId } = await student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    await faults(stage, { alipayDown: true, dropNotify: true });
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    await stage.product.idle();
    await press(stage, "alipay", paymentId, "pay");
    await faults(stage, { alipayDown: false, dropNotify: false });
    await untilMoney(stage, orderId, refundedInFull);
    const kinds = await stage.sql<{ kind: string }[]>`
      select kind from posting where order_id = ${orderId} order by position`;
    expect(kinds.map(({ kind }) => kind)).toEqual(["payment", "returnDue", "refund"]);
    expect(await balances(stage, orderId)).toEqual({});
  });

  it("takes a missing dish back from the kitchen, with the commission on it", async () => {
    const student = await stage.as("weapp", "sun");
    const orderId = await delivered(stage, student);
    const before = await balances(stage, orderId);
    await student.api.orders.complain.mutate({
      orderId,
      reason: "missing",
      words: "少一份",
      items: [{ line: 0, quantity: 1 }],
      pictureIds: [],
    });
    await cook.api.merchant.answerAfterSale.mutate({ orderId, agrees: true, words: "抱歉" });
    await untilMoney(stage, orderId, ({ refunds }) => refunds.some((refund) => refund.state === "succeeded"));
    const refunded = (await moneyOf(stage, orderId)).refunds[0]?.amountFen ?? 0;
    const after = await balances(stage, orderId);
    const back = (after["platform:commission"] ?? 0) - (before["platform:commission"] ?? 0);
    expect(refunded).toBeGreaterThan(0);
    expect(back).toBeGreaterThan(0);
    expect(after.merchant).toBe((before.merchant ?? 0) + refunded - back);
    expect([after.rider, after["platform:compensation"]]).toEqual([before.rider, undefined]);
  });

  it("posts once what two processes and a repeated event tell", async () => {
    const orderId = await delivered(stage, await stage.as("dd", "zhao"));
    const count = async () => (await stage.sql`select 1 from posting where order_id = ${orderId}`).count;
    expect(await count()).toBe(2);
    await stage.sql`update inbox set state = 'waiting', next_at = 0
      where key = ${orderId} and consumer = 'post-to-ledger-on-money-moved'`;
    await stage.product.idle();
    expect(await count()).toBe(2);
  });

  it("is shown to its shop and its rider, to nobody else, and as a table", async () => {
    const shopId = stage.ids.shops.of(openShop);
    const mine = await cook.api.merchant.statement.query({ shopId, ...days() });
    expect(mine.lines.length).toBeGreaterThan(2);
    expect(mine.openingFen + mine.totals.amountFen).toBe(mine.closingFen);
    const own = (await cook.api.identity.me.query()).session.roles.map((role) => role.scopeId);
    const others = stage.ids.shops.keys.map((key) => stage.ids.shops.of(key)).find((id) => !own.includes(id));
    expect(await codeOf(cook.api.merchant.statement.query({ shopId: others ?? shopId, ...days() }))).toBe(
      "SHOP_NOT_FOUND",
    );
    const earnings = await rider.api.rider.earnings.query(days());
    expect(earnings.lines.every(({ kind }) => kind === "earned")).toBe(true);
    const payee = { kind: "merchant", shopId };
    const file = await atConsole<{ fileName: string; text: string }>("statementFile", { payee, ...days() });
    expect(file.fileName).toMatch(/^sanqi-merchant-shp_.*\.csv$/);
    expect(file.text.startsWith("\uFEFF时间")).toBe(true);
    expect(await codeOf(atConsole("statement", { payee, from: "2026-02-30", to: today() }))).toBe(
      "INPUT_INVALID",
    );
    expect(await codeOf(atConsole("statement", { payee, from: "2020-01-01", to: today() }))).toBe(
      "INPUT_INVALID",
    );
  });

  it("is paid out by the day, with a list for the bank", async () => {
    stage.clock.advance(day);
    // Nobody stays logged in to the console overnight.
    operator = { cookie: (await consoleCookie(stage)).cookie, origin: stage.url };
    const { prepared } = await atConsole<{ prepared: number }>("preparePayouts", {});
    expect(prepared).toBe(2);
    expect(await stage.product.parts.ledgerWork.prepareDuePayouts(stage.ids.campusId, "t".repeat(32))).toBe(
      0,
    );
    const { text } = await atConsole<{ text: string }>("payoutsFile", {});
    expect(text.trim().split("\r\n")).toHaveLength(3);
    const waiting = await atConsole<{ payoutId: string; name: string; amountFen: number }[]>("payouts", {
      state: "prepared",
      limit: 10,
    });
    for (const { payoutId } of waiting)
      for (const command of ["send", "pay"])
        await atConsole("changePayout", { payoutId, command, note: "流水 8" });
    const again = { payoutId: waiting[0]?.payoutId, command: "pay", note: "" };
    expect(await codeOf(atConsole("changePayout", again))).toBe("PAYOUT_STATE_CONFLICT");
    const view = await atConsole<{ kinds: { kind: string; balanceFen: number }[] }>("ledger", {});
    const of = (kind: string) => view.kinds.find((each) => each.kind === kind)?.balanceFen;
    expect([of("merchant"), of("rider"), of("transit")]).toEqual([0, 0, 0]);
    expect(of("bank")).toBe(-waiting.reduce((sum, { amountFen }) => sum + amountFen, 0));
    expect(view.kinds.reduce((sum, { balanceFen }) => sum + balanceFen, 0)).toBe(0);
  });

  it("takes in the orders from before there was a ledger", async () => {
    const orderId = await delivered(stage, await stage.as("weapp", "qi"));
    const before = await balances(stage, orderId);
    const mine = `posting_id in (select posting_id from posting where order_id = '${orderId}')`;
    await behindTheBack(stage, `delete from entry where ${mine}`);
    await behindTheBack(stage, `delete from posting where order_id = '${orderId}'`);
    expect(await broken(stage.sql)).toEqual(["ledger and payments", "ledger and orders"]);
    expect(await stage.product.parts.ledgerWork.postMissing(stage.ids.campusId, "t".repeat(32))).toBe(1);
    expect(await balances(stage, orderId)).toEqual(before);
  });

  it("finds by itself an order that was handed over and never divided", async () => {
    const orderId = await delivered(stage, await stage.as("weapp", "qi"));
    const before = await balances(stage, orderId);
    const earned = `(select posting_id from posting where key = 'earned:${orderId}')`;
    await behindTheBack(stage, `delete from entry where posting_id in ${earned}`);
    await behindTheBack(stage, `delete from posting where key = 'earned:${orderId}'`);
    const find = () => stage.product.parts.ledgerWork.postMissing(stage.ids.campusId, "t".repeat(32));
    expect([await find(), await balances(stage, orderId), await find()]).toEqual([1, before, 0]);
  });
});
