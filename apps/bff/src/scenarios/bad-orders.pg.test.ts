import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { cartOf, place, placeAndPay } from "./lunch.ts";
import { ask, flaws, mutate, type RawAnswer } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";
import { trail } from "./unchanged.ts";

let stage: Stage;
let lin: Person;
let mei: Person;
let cook: Person;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  // A student of the demo with a past, as lin is: newcomers pay less for the same cart.
  mei = await stage.as("weapp", "wang");
  cook = await stage.as("weapp", "chef-tinglan");
});
afterAll(() => stage?.close());
// Nobody may have many unpaid orders: each test leaves none behind.
afterEach(async () => {
  for (const person of [lin, mei]) {
    const { orders } = await person.api.orders.list.query({ before: null });
    for (const { orderId, stage: at } of orders)
      if (at === "awaitingPayment") await person.api.orders.cancel.mutate({ orderId, reason: "" });
  }
});

const newKey = () => crypto.randomUUID();
const asked = async (options: Parameters<typeof cartOf>[2] = {}, change: object = {}) => {
  const { shopId, placeId, lines, totalFen, dish } = await cartOf(stage, lin, options);
  const input = {
    shopId,
    placeId,
    lines,
    note: "",
    cutlery: 0,
    contactPhone: null,
    expectedTotalFen: totalFen,
  };
  return { input: { ...input, key: newKey(), ...change }, dish };
};

async function refusedWith(code: string, call: () => Promise<RawAnswer>): Promise<RawAnswer> {
  const before = await trail(stage);
  const answer = await call();
  expect(flaws(answer, code)).toEqual([]);
  expect(await trail(stage)).toEqual(before);
  return answer;
}

describe("an order that the shop cannot take", () => {
  it("a changed price is PRICE_CHANGED and says the new one", async () => {
    const { input } = await asked();
    const wrong = { ...input, expectedTotalFen: input.expectedTotalFen - 1 };
    const { error } = await refusedWith("PRICE_CHANGED", () =>
      mutate(stage, "orders.place", wrong, lin.token),
    );
    expect(error?.zh).toContain((input.expectedTotalFen / 100).toFixed(2).replace(/\.?0+$/, ""));
  });

  it("a dish that the kitchen took off is SOLD_OUT, and back again it can be ordered", async () => {
    const { input, dish } = await asked();
    await cook.api.merchant.setSoldOut.mutate({ dishId: dish.dishId, soldOut: true });
    await refusedWith("SOLD_OUT", () => mutate(stage, "orders.place", input, lin.token));
    await cook.api.merchant.setSoldOut.mutate({ dishId: dish.dishId, soldOut: false });
    expect((await mutate(stage, "orders.place", input, lin.token)).status).toBe(200);
  });

  it("the last portions go to one of two who want them; the other is SOLD_OUT", async () => {
    const { input, dish } = await asked({ quantity: 2 });
    const first = { ...input, key: newKey() };
    expect((await mutate(stage, "orders.place", first, lin.token)).status).toBe(200);
    await stage.sql`update dish_stock set left_count = 3 where dish_id = ${dish.dishId}`;
    const answers = await Promise.all(
      [lin, mei].map((who) => mutate(stage, "orders.place", { ...input, key: newKey() }, who.token)),
    );
    const codes = answers.map((a) => a.error?.code ?? "ok").sort();
    expect(codes).toEqual(["SOLD_OUT", "ok"]);
    for (const a of answers) if (a.error) expect(flaws(a, "SOLD_OUT")).toEqual([]);
    const [row] = await stage.sql`select left_count from dish_stock where dish_id = ${dish.dishId}`;
    expect(row?.leftCount).toBe(1);
    await refusedWith("SOLD_OUT", () =>
      mutate(stage, "orders.place", { ...input, key: newKey() }, lin.token),
    );
  });

  it("a cart below the minimum is BELOW_MINIMUM", async () => {
    const { input } = await asked({ shop: "lanzhou" });
    const menu = await lin.api.catalog.menu.query({ shopId: stage.ids.shops.of("lanzhou"), placeId: null });
    const cheap = menu.dishes
      .filter((d) => !d.soldOut && d.options.every((g) => g.min === 0))
      .sort((a, b) => a.priceFen - b.priceFen)[0];
    const lines = [{ dishId: cheap?.dishId, quantity: 1, choices: [] }];
    await refusedWith("BELOW_MINIMUM", () => mutate(stage, "orders.place", { ...input, lines }, lin.token));
  });

  it("choices that the dish does not offer are OPTIONS_INVALID", async () => {
    const { input } = await asked();
    const lines = input.lines.map((l) => ({ ...l, choices: ["gold-leaf"] }));
    await refusedWith("OPTIONS_INVALID", () => mutate(stage, "orders.place", { ...input, lines }, lin.token));
  });

  it("shops, places and dishes that do not exist are named", async () => {
    const { input } = await asked();
    const none = "00000000000000000000";
    await refusedWith("SHOP_NOT_FOUND", () =>
      mutate(stage, "orders.place", { ...input, shopId: `shp_${none}` }, lin.token),
    );
    await refusedWith("PLACE_NOT_SERVED", () =>
      mutate(stage, "orders.place", { ...input, placeId: `plc_${none}` }, lin.token),
    );
    const lines = [{ dishId: `dsh_${none}`, quantity: 1, choices: [] }];
    await refusedWith("DISH_NOT_FOUND", () => mutate(stage, "orders.place", { ...input, lines }, lin.token));
  });
});

describe("the same order twice", () => {
  it("sent five times at once it is one order with one set of stock", async () => {
    const { input, dish } = await asked({ shop: "lanzhou" });
    const ordered = async () => {
      const [row] = await stage.sql<{ n: number }[]>`
        select coalesce(sum(quantity), 0)::int as n from order_line where dish_id = ${dish.dishId}`;
      return row?.n ?? 0;
    };
    const portions = await ordered();
    const before = await trail(stage);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => mutate(stage, "orders.place", input, lin.token)),
    );
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map((a) => a.text)).size).toBe(1);
    await stage.product.idle();
    const after = await trail(stage);
    expect(after.orders).toBe((before.orders ?? 0) + 1);
    expect((await ordered()) - portions).toBe(input.lines[0]?.quantity);
  });

  it("with the same key and other content it is IDEMPOTENCY_CONFLICT", async () => {
    const { input } = await asked();
    await stage.sql`update dish_stock set left_count = 50`;
    expect((await mutate(stage, "orders.place", input, lin.token)).status).toBe(200);
    await refusedWith("IDEMPOTENCY_CONFLICT", () =>
      mutate(stage, "orders.place", { ...input, note: "不要香菜" }, lin.token),
    );
    // Another person's key is another key.
    expect((await mutate(stage, "orders.place", input, mei.token)).status).toBe(200);
  });

  it("a payment key that was used for another order is IDEMPOTENCY_CONFLICT", async () => {
    const [one, two] = [await place(stage, lin), await place(stage, lin)];
    const key = newKey();
    expect((await mutate(stage, "payments.prepare", { orderId: one.orderId, key }, lin.token)).status).toBe(
      200,
    );
    await refusedWith("IDEMPOTENCY_CONFLICT", () =>
      mutate(stage, "payments.prepare", { orderId: two.orderId, key }, lin.token),
    );
  });
});

describe("somebody else's order", () => {
  it("does not exist: it can be neither seen, cancelled, paid, followed, dialled nor rated", async () => {
    const paid = await placeAndPay(stage, lin);
    const unpaid = (await place(stage, lin)).orderId;
    const [payment] = await stage.sql<
      { paymentId: string }[]
    >`select payment_id from payment where order_id = ${paid}`;
    const { token } = mei;
    for (const orderId of [paid, unpaid, `ord_${"0".repeat(20)}`]) {
      await refusedWith("ORDER_NOT_FOUND", () => ask(stage, "orders.get", { orderId }, token));
      await refusedWith("ORDER_NOT_FOUND", () => ask(stage, "delivery.route", { orderId }, token));
      await refusedWith("ORDER_NOT_FOUND", () =>
        mutate(stage, "orders.cancel", { orderId, reason: "" }, token),
      );
      await refusedWith("ORDER_NOT_FOUND", () =>
        mutate(stage, "orders.rate", { orderId, stars: 1, comment: "" }, token),
      );
      await refusedWith("ORDER_NOT_FOUND", () => mutate(stage, "delivery.dial", { orderId }, token));
      await refusedWith("ORDER_NOT_PAYABLE", () =>
        mutate(stage, "payments.prepare", { orderId, key: newKey() }, token),
      );
    }
    await refusedWith("PAYMENT_NOT_FOUND", () =>
      mutate(stage, "payments.confirm", { paymentId: payment?.paymentId }, token),
    );
    expect((await mei.api.orders.list.query({ before: null })).orders.map((o) => o.orderId)).not.toContain(
      paid,
    );
  });

  it("is not told live either", async () => {
    const { orderId } = await place(stage, lin);
    const seen: unknown[] = [];
    let refusal = "";
    mei.api.orders.watch.subscribe(
      { orderId, version: 0 },
      {
        onData: (u) => seen.push(u),
        onError: (error) => {
          refusal = error.data?.sanqi?.code ?? error.message;
        },
      },
    );
    await until(() => refusal);
    expect([refusal, seen]).toEqual(["ORDER_NOT_FOUND", []]);
  });

  it("of another kitchen cannot be touched by this one, and a rider carries only what is his", async () => {
    const orderId = await placeAndPay(stage, lin);
    const other = await stage.as("weapp", "chef-qinxiang");
    for (const path of ["merchant.accept", "merchant.ready"])
      await refusedWith("ORDER_NOT_FOUND", () => mutate(stage, path, { orderId }, other.token));
    await refusedWith("ORDER_NOT_FOUND", () =>
      mutate(stage, "merchant.refuse", { orderId, reason: "x" }, other.token),
    );
    const dishId = stage.ids.dishes.of(stage.ids.dishes.keys.find((k) => k.startsWith("dumplings/")) ?? "");
    const sold = await mutate(stage, "merchant.setSoldOut", { dishId, soldOut: true }, other.token);
    expect(sold.status).toBeGreaterThanOrEqual(400);
    await cook.api.merchant.accept.mutate({ orderId });
    const [zhou, fang] = [await stage.as("weapp", "rider-zhou"), await stage.as("alipay", "rider-fang")];
    await zhou.api.rider.claim.mutate({ orderId });
    await refusedWith("ORDER_TAKEN", () => mutate(stage, "rider.claim", { orderId }, fang.token));
    await refusedWith("NOT_YOUR_TASK", () => mutate(stage, "rider.pickUp", { orderId }, fang.token));
    await refusedWith("NOT_YOUR_TASK", () =>
      mutate(stage, "rider.deliver", { orderId, code: "0000" }, fang.token),
    );
  });
});

// Last: it moves the clock to an hour at which this shop sleeps.
describe("a closed shop", () => {
  it("is SHOP_CLOSED and says when it opens", async () => {
    const shopId = stage.ids.shops.of("breakfast");
    const placeId = stage.ids.places.of("澜园2号楼");
    const menu = await until(
      async () => {
        const now = await lin.api.catalog.menu.query({ shopId, placeId });
        if (now.shop.open) stage.clock.advance(3_600_000);
        return now;
      },
      (now) => !now.shop.open,
    );
    const dish = menu.dishes.find((d) => d.options.every((g) => g.min === 0));
    const input = {
      key: newKey(),
      shopId,
      placeId,
      lines: [{ dishId: dish?.dishId, quantity: 10, choices: [] }],
      note: "",
      cutlery: 0,
      contactPhone: null,
      expectedTotalFen: 1000,
    };
    const { error } = await refusedWith("SHOP_CLOSED", () => mutate(stage, "orders.place", input, lin.token));
    expect(error?.zh).toContain("06:00");
  });
});
