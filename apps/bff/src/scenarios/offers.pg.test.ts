import { fen } from "@sanqi/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consoleCookie } from "./callers.ts";
import { cartOf, openShop } from "./lunch.ts";
import { mutate, send } from "./raw-calls.ts";
import { codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let lin: Person;
let cook: Person;
let cookie: string;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  cook = await stage.as("weapp", "chef-tinglan");
  cookie = (await consoleCookie(stage)).cookie;
});
afterAll(() => stage?.close());

type Place = Parameters<Person["api"]["orders"]["place"]["mutate"]>[0];
type Draft = Parameters<Person["api"]["merchant"]["saveOffer"]["mutate"]>[0];

const operate = async (path: string, body: object): Promise<Record<string, unknown>> => {
  const { text, error } = await send(`${stage.url}/trpc/console.${path}`, { cookie, body });
  if (error) throw new Error(error.code);
  return (JSON.parse(text) as { result: { data: Record<string, unknown> } }).result.data;
};
const quoteOf = async (person: Person, couponIds: Place["couponIds"] = []) => {
  const { shopId, placeId, lines } = await cartOf(stage, person);
  const quote = await person.api.orders.quote.query({ shopId, placeId, lines, couponIds });
  return { quote, cart: { shopId, placeId, lines, couponIds } };
};
const asked = async (person: Person, couponIds: Place["couponIds"] = []): Promise<Place> => {
  const { quote, cart } = await quoteOf(person, couponIds);
  return {
    ...cart,
    key: crypto.randomUUID(),
    note: "",
    cutlery: 0,
    contactPhone: null,
    expectedTotalFen: quote.amounts.totalFen,
  };
};
const named = (quote: { discounts: readonly { name: { zh: string } }[] }) =>
  quote.discounts.map((discount) => discount.name.zh);
const draft = (over: Partial<Draft> = {}): Draft => ({
  discountId: null,
  name: { zh: "饺子立减", en: "Dumplings for less" },
  shopId: stage.ids.shops.of(openShop),
  bearer: "merchant",
  offer: { kind: "threshold", steps: [{ fromFen: 100, offFen: 100 }] },
  when: { from: null, until: null, weekdays: [], minutes: null, handovers: [] },
  needsCoupon: false,
  order: 5,
  excludes: null,
  combines: "combinable",
  ...over,
});

describe("a newcomer", () => {
  it("gets the welcome offer for one order, and again when that order comes to nothing", async () => {
    const tang = await stage.as("weapp", "tang");
    expect(named((await quoteOf(tang)).quote)).toEqual(["新客立减"]);
    expect(named((await quoteOf(lin)).quote)).toEqual([]);
    const { orderId } = await tang.api.orders.place.mutate(await asked(tang));
    const order = await tang.api.orders.get.query({ orderId });
    expect(order.amounts).toMatchObject({ discountFen: 300 });
    expect(named((await quoteOf(tang)).quote)).toEqual([]);
    await tang.api.orders.cancel.mutate({ orderId, reason: "" });
    expect(named((await quoteOf(tang)).quote)).toEqual(["新客立减"]);
  });
});

describe("an order that uses up what made it cheap", () => {
  it("is answered alike when it is sent five times at once", async () => {
    const liu = await stage.as("weapp", "liu");
    const [coupon] = await lin.api.orders.coupons.query();
    for (const [person, couponIds] of [
      [liu, []],
      [lin, coupon ? [coupon.couponId] : []],
    ] as const) {
      const wanted = await asked(person, [...couponIds]);
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => mutate(stage, "orders.place", wanted, person.token)),
      );
      expect(answers.map((a) => a.error?.code ?? "ok")).toEqual(Array(5).fill("ok"));
      expect(new Set(answers.map((a) => a.text)).size).toBe(1);
      const { orders } = await person.api.orders.list.query({ before: null });
      for (const { orderId, stage: at } of orders)
        if (at === "awaitingPayment") await person.api.orders.cancel.mutate({ orderId, reason: "" });
    }
  });

  it("is one of those that two carts of a newcomer could be", async () => {
    const bai = await stage.as("weapp", "bai");
    const wanted = await asked(bai);
    const codes = await Promise.all(
      [1, 2, 3].map(() => codeOf(bai.api.orders.place.mutate({ ...wanted, key: crypto.randomUUID() }))),
    );
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
  });
});

describe("a coupon", () => {
  it("is shown to its student, taken by one order where it is chosen, and back when that one is cancelled", async () => {
    const mine = async () => (await lin.api.orders.coupons.query())[0];
    const coupon = await mine();
    expect(coupon).toMatchObject({ state: "usable", terms: { zh: "满20减4" } });
    const couponIds = coupon ? [coupon.couponId] : [];
    const without = (await quoteOf(lin)).quote;
    expect(without.notApplied).toMatchObject([{ why: { zh: "选用优惠券后可享" } }]);
    const { quote } = await quoteOf(lin, couponIds);
    expect(quote.amounts.totalFen).toBe(without.amounts.totalFen - 400);
    expect(quote.explanation.at(-1)).toMatchObject({ words: { zh: "开学午餐券" }, amountFen: -400 });

    const chen = await stage.as("alipay", "chen");
    const place = (person: Person, request: Place) => codeOf(person.api.orders.place.mutate(request));
    expect(await place(chen, await asked(chen, couponIds))).toBe("COUPON_NOT_USABLE");
    const wanted = await asked(lin, couponIds);
    const { orderId } = await lin.api.orders.place.mutate(wanted);
    expect(await mine()).toMatchObject({ state: "used" });
    expect(await place(lin, { ...wanted, key: crypto.randomUUID() })).toBe("COUPON_NOT_USABLE");
    // The same intent again is answered with the same order, although its coupon is used by now.
    expect(await lin.api.orders.place.mutate(wanted)).toMatchObject({ orderId });
    await lin.api.orders.cancel.mutate({ orderId, reason: "" });
    expect(await mine()).toMatchObject({ state: "usable" });
  });

  it("goes to one of the orders that want it at the same moment", async () => {
    const [coupon] = await lin.api.orders.coupons.query();
    const wanted = await asked(lin, coupon ? [coupon.couponId] : []);
    const codes = await Promise.all(
      Array.from({ length: 3 }, () =>
        codeOf(lin.api.orders.place.mutate({ ...wanted, key: crypto.randomUUID() })),
      ),
    );
    expect(codes.sort()).toEqual(["COUPON_NOT_USABLE", "COUPON_NOT_USABLE", "ok"]);
  });
});

describe("whoever runs offers", () => {
  it("writes, changes and ends them at the console; prices follow at once", async () => {
    const campus = draft({
      name: { zh: "全校免配送", en: "Free delivery" },
      shopId: null,
      bearer: "platform",
    });
    const free = { ...campus, offer: { kind: "deliveryFee", fromFen: 0, offFen: null } } as const;
    const { discountId } = await operate("saveOffer", free);
    const { quote } = await quoteOf(lin);
    expect(named(quote)).toContain("全校免配送");
    expect(quote.amounts.discountFen).toBe(quote.amounts.deliveryFeeFen);
    const changed = { ...free, discountId, offer: { ...free.offer, offFen: 50 } };
    await operate("saveOffer", changed);
    expect((await quoteOf(lin)).quote.amounts.discountFen).toBe(50);
    await operate("endOffer", { discountId });
    expect((await quoteOf(lin)).quote.amounts.discountFen).toBe(0);
    await expect(operate("saveOffer", changed)).rejects.toThrow("OFFER_NOT_FOUND");
  });

  it("tells who wrote and ended it", async () => {
    const { discountId } = await operate("saveOffer", draft({ order: 9 }));
    await operate("endOffer", { discountId });
    const input = encodeURIComponent(JSON.stringify({ discountId, before: null }));
    const { text } = await send(`${stage.url}/trpc/console.offerChanges?input=${input}`, { cookie });
    const { result } = JSON.parse(text) as { result: { data: object[] } };
    const actorName = stage.config.consoleUser;
    expect(result.data).toMatchObject([
      {
        kind: "ended",
        actorName,
        accountId: expect.stringMatching(/^acc_/),
        traceId: expect.stringMatching(/./),
      },
      { kind: "created", actorName, before: null, after: { order: 9 } },
    ]);
    const theirs = await send(`${stage.url}/trpc/console.offerChanges?input=${input}`, { token: cook.token });
    expect(theirs.error?.code).toBe("NOT_ALLOWED");
  });

  it("gives coupons to accounts, each one", async () => {
    const { discountId } = await operate(
      "saveOffer",
      draft({ needsCoupon: true, name: { zh: "谢谢", en: "Thanks" } }),
    );
    const { accountId } = (await lin.api.identity.me.query()).session;
    const gift = { discountId, accountIds: [accountId], validUntilAt: stage.clock.now() + 60_000 };
    expect(await operate("giveCoupons", gift)).toEqual({ given: 1 });
    expect(await operate("giveCoupons", gift)).toEqual({ given: 0 });
    expect(await lin.api.orders.coupons.query()).toMatchObject([{ name: { zh: "谢谢" } }, {}]);
    await operate("endOffer", { discountId });
  });

  it("writes a shop's own rules as its merchant, and touches nobody else's", async () => {
    const save = (over: Partial<Draft>) => codeOf(cook.api.merchant.saveOffer.mutate(draft(over)));
    expect(await save({ shopId: stage.ids.shops.of("lanzhou") })).toBe("OFFER_NOT_FOUND");
    expect(await save({ bearer: "platform" })).toBe("OFFER_NOT_FOUND");
    expect(await save({ offer: { kind: "threshold", steps: [{ fromFen: fen(1), offFen: fen(2) }] } })).toBe(
      "INPUT_INVALID",
    );
    const { discountId } = await cook.api.merchant.saveOffer.mutate(draft());
    expect((await quoteOf(lin)).quote.discounts).toMatchObject([
      { discountId, bearer: "merchant", fen: 100 },
    ]);
    const rows = await cook.api.merchant.offers.query();
    expect(rows.map((row) => row.name.zh)).toEqual(expect.arrayContaining(["饺子立减", "川味小馆满减"]));
    const other = await stage.as("weapp", "chef-qinxiang");
    expect(await codeOf(other.api.merchant.endOffer.mutate({ discountId }))).toBe("OFFER_NOT_FOUND");
    await cook.api.merchant.endOffer.mutate({ discountId });
    expect((await quoteOf(lin)).quote.discounts).toEqual([]);
  });
});
