import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cartOf, place, placeAndPay } from "./lunch.ts";
import { flaws, mutate, type RawAnswer } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";
import { trail } from "./unchanged.ts";

let stage: Stage;
let lin: Person;
let cook: Person;
let zhou: Person;
let fang: Person;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  cook = await stage.as("weapp", "chef-tinglan");
  zhou = await stage.as("weapp", "rider-zhou");
  fang = await stage.as("alipay", "rider-fang");
});
afterAll(() => stage?.close());

const call = (who: Person, path: string, input: object) => mutate(stage, path, input, who.token);
async function refusedWith(code: string, calling: () => Promise<RawAnswer>) {
  const before = await trail(stage);
  expect(flaws(await calling(), code)).toEqual([]);
  expect(await trail(stage)).toEqual(before);
}
const codes = (answers: RawAnswer[]) => answers.map((a) => a.error?.code ?? "ok").sort();

describe("at the wrong moment", () => {
  it("an unpaid order is neither cooked, refused, carried, delivered nor rated", async () => {
    const { orderId } = await place(stage, lin);
    await refusedWith("ORDER_NOT_PAID", () => call(cook, "merchant.accept", { orderId }));
    await refusedWith("ORDER_NOT_PAID", () => call(cook, "merchant.refuse", { orderId, reason: "x" }));
    await refusedWith("ORDER_STATE_CONFLICT", () => call(cook, "merchant.ready", { orderId }));
    await refusedWith("ORDER_STATE_CONFLICT", () => call(zhou, "rider.claim", { orderId }));
    await refusedWith("NOT_YOUR_TASK", () => call(zhou, "rider.pickUp", { orderId }));
    await refusedWith("ORDER_STATE_CONFLICT", () =>
      call(lin, "orders.rate", { orderId, stars: 5, comment: "" }),
    );
    await refusedWith("CALL_CLOSED", () => call(lin, "delivery.dial", { orderId }));
  });

  it("an accepted order is no longer cancelled, accepted again, or delivered before it was picked up", async () => {
    const orderId = await placeAndPay(stage, lin);
    await cook.api.merchant.accept.mutate({ orderId });
    await refusedWith("ORDER_STATE_CONFLICT", () => call(lin, "orders.cancel", { orderId, reason: "" }));
    await refusedWith("ORDER_STATE_CONFLICT", () => call(cook, "merchant.accept", { orderId }));
    await zhou.api.rider.claim.mutate({ orderId });
    await refusedWith("ORDER_STATE_CONFLICT", () => call(zhou, "rider.pickUp", { orderId }));
    const { pickupCode } = await lin.api.orders.get.query({ orderId });
    await refusedWith("ORDER_STATE_CONFLICT", () =>
      call(zhou, "rider.deliver", { orderId, code: pickupCode }),
    );
  });
});

describe("two at the same moment", () => {
  it("riders who claim: one has it", async () => {
    const orderId = await placeAndPay(stage, lin);
    await cook.api.merchant.accept.mutate({ orderId });
    const answers = await Promise.all([zhou, fang].map((who) => call(who, "rider.claim", { orderId })));
    expect(codes(answers)).toEqual(["ORDER_TAKEN", "ok"]);
  });

  it("a kitchen that accepts and a student who cancels: one of them, and the money follows", async () => {
    const orderId = await placeAndPay(stage, lin);
    const answers = await Promise.all([
      call(cook, "merchant.accept", { orderId }),
      call(lin, "orders.cancel", { orderId, reason: "" }),
    ]);
    expect(codes(answers)).toEqual(["ORDER_STATE_CONFLICT", "ok"]);
    const order = await lin.api.orders.get.query({ orderId });
    expect([`${order.stage}/${order.payment}`]).toEqual([
      answers[0]?.error ? expect.stringMatching(/^cancelled\/refund/) : "cooking/paid",
    ]);
  });

  it("taps on cancel give the stock back once", async () => {
    const { lines, dish } = await cartOf(stage, lin);
    const left = async () => {
      const [row] = await stage.sql<{ leftCount: number }[]>`
        select left_count from dish_stock where dish_id = ${dish.dishId}`;
      return row?.leftCount ?? -1;
    };
    const { orderId } = await place(stage, lin);
    const before = await left();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => call(lin, "orders.cancel", { orderId, reason: "" })),
    );
    expect(codes(answers)).toEqual([...Array(4).fill("ORDER_STATE_CONFLICT"), "ok"]);
    expect(await left()).toBe(before + (lines[0]?.quantity ?? 0));
  });

  it("timers that expire an order give the stock back once", async () => {
    const { lines, dish } = await cartOf(stage, lin);
    const { orderId } = await place(stage, lin);
    const [before] = await stage.sql<{ leftCount: number }[]>`
      select left_count from dish_stock where dish_id = ${dish.dishId}`;
    const unpaid = await stage.sql`select 1 from orders where fulfilment = 'placed' and payment = 'unpaid'
      and exists (select 1 from order_line l where l.order_id = orders.order_id and l.dish_id = ${dish.dishId})`;
    stage.clock.advance(15 * 60_000 + 1);
    const { system } = stage.product.parts;
    await Promise.all(Array.from({ length: 4 }, (_, n) => system.expireOverdue(`${"0".repeat(31)}${n}`)));
    expect(await lin.api.orders.get.query({ orderId })).toMatchObject({
      stage: "expired",
      payment: "closed",
    });
    const [after] = await stage.sql<{ leftCount: number }[]>`
      select left_count from dish_stock where dish_id = ${dish.dishId}`;
    expect((after?.leftCount ?? 0) - (before?.leftCount ?? 0)).toBe(unpaid.count * (lines[0]?.quantity ?? 0));
  });
});

describe("the hand-over", () => {
  let orderId: Awaited<ReturnType<typeof placeAndPay>>;
  let right: string;
  let wrong: string;
  beforeEach(async () => {
    orderId = await placeAndPay(stage, lin);
    await cook.api.merchant.accept.mutate({ orderId });
    await zhou.api.rider.claim.mutate({ orderId });
    await cook.api.merchant.ready.mutate({ orderId });
    await zhou.api.rider.pickUp.mutate({ orderId });
    right = (await lin.api.orders.get.query({ orderId })).pickupCode ?? "";
    wrong = right === "0000" ? "1111" : "0000";
  });

  it("cannot be guessed: after five wrong codes even the right one waits two minutes", async () => {
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => call(zhou, "rider.deliver", { orderId, code: wrong })),
    );
    expect(codes(guesses).filter((code) => code === "PICKUP_CODE_WRONG").length).toBeLessThanOrEqual(5);
    expect(codes(guesses)).toContain("PICKUP_CODE_LOCKED");
    await refusedWith("PICKUP_CODE_LOCKED", () => call(zhou, "rider.deliver", { orderId, code: right }));
    stage.clock.advance(2 * 60_000 + 1);
    expect((await call(zhou, "rider.deliver", { orderId, code: right })).status).toBe(200);
  });

  it("is tried by nobody but the rider who carries it, with the right code either", async () => {
    await refusedWith("NOT_YOUR_TASK", () => call(fang, "rider.deliver", { orderId, code: right }));
    expect((await call(zhou, "rider.deliver", { orderId, code: right })).status).toBe(200);
  });

  it("happens once; then it is rated once, and the code is shown to nobody any more", async () => {
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => call(zhou, "rider.deliver", { orderId, code: right })),
    );
    expect(codes(answers)).toEqual(["ORDER_STATE_CONFLICT", "ORDER_STATE_CONFLICT", "ok"]);
    const rated = await Promise.all(
      [1, 2, 3].map((stars) => call(lin, "orders.rate", { orderId, stars, comment: "" })),
    );
    expect(codes(rated)).toEqual(["ALREADY_RATED", "ALREADY_RATED", "ok"]);
    await refusedWith("CALL_CLOSED", () => call(lin, "delivery.dial", { orderId }));
    expect((await lin.api.orders.get.query({ orderId })).pickupCode).toBeNull();
  });
});
