import type { OrderId } from "@sanqi/kernel";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { couponName, type EveryWay, giveCoupon, offerName, openEveryWay, raisePrices } from "../every-way.ts";
import { place } from "../lunch.ts";
import { type Person, type Stage, setStage } from "../stage.ts";
import { openAs, openBrowser, type Visitor, visitor } from "./chromium.ts";
import {
  addFirstDish,
  at,
  atShop,
  delivered,
  housed,
  intoView,
  looks,
  narrow,
  says,
  type Who,
  wait,
} from "./student-page.ts";

let stage: Stage;
let browser: Browser;
let shop: EveryWay;
let cook: Person;
beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  shop = await openEveryWay(stage);
  cook = await stage.as("weapp", "chef-tinglan");
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

describe.each(looks)("a student's orders, in the %s", (look, host, person) => {
  const who = { host, person };
  let one: Visitor;
  let student: Person;
  beforeAll(async () => {
    student = await housed(stage, who);
    one = await visitor(browser, { viewport: narrow, dark: look === "dark", still: true });
  });
  const shot = (name: string) => one.picture(`order-${name}-${look}`);

  it("are priced with offers and coupons, each by its name", async () => {
    const { page } = one;
    const couponId = await giveCoupon(stage, student);
    await openAs(stage, page, { ...who, route: "order/coupons/index" });
    await at(page, `coupon-${couponId}`).waitFor();
    await shot("coupons");
    await atShop(stage, one, who);
    await addFirstDish(page);
    await at(page, "offer-hint").waitFor();
    await shot("shop");
    await at(page, "tab-reviews").click();
    await at(page, "reviews").waitFor();
    await shot("reviews");
    await at(page, "tab-menu").click();
    while (!/结算/.test(await at(page, "checkout").innerText())) await addFirstDish(page);
    await at(page, "checkout").click();
    await wait(page, "place-order", /¥/);
    await says(page, offerName);
    await shot("checkout");
    await at(page, "coupons").click();
    await says(page, "可省 ¥2.00");
    await at(page, `coupon-${couponId}`).last().click();
    await says(page, "已省 ¥2.00");
    await shot("coupon-sheet");
    await at(page, "coupons-done").click();
    await wait(page, "place-order", /¥/);
    await says(page, couponName);
    await intoView(page.locator(".bill-list"));
    await shot("checkout-bill");
  });

  it("can be booked for a time and fetched, and say when a price has moved", async () => {
    const { page } = one;
    await at(page, "tab-pickup").click();
    await at(page, "when").click();
    await page.locator('[id^="slot-1"]').first().waitFor();
    await shot("slots");
    await page
      .locator('[id^="slot-1"]:not(.is-disabled)')
      .nth(look === "dark" ? 1 : 0)
      .click();
    await wait(page, "promise", /(今天|明天) \d/);
    await wait(page, "place-order", /¥/);
    await raisePrices(stage, await page.locator(".bill-line__name").allInnerTexts(), 100);
    await at(page, "place-order").click();
    await at(page, "price-moved").waitFor();
    await shot("price-moved");
    await at(page, "price-accept").click();
    await wait(page, "place-order", /¥/);
    await at(page, "place-order").click();
    await at(page, "cashier-pay").click();
    await wait(page, "order-stage", /等待商家/);
    const orderId = (page.url().match(/orderId=(\w+)/)?.[1] ?? "") as OrderId;
    await cook.api.merchant.accept.mutate({ orderId });
    await wait(page, "order-stage", /到点制作/);
    await shot("scheduled");
    await cook.api.merchant.startCooking.mutate({ orderId });
    await cook.api.merchant.ready.mutate({ orderId });
    await wait(page, "order-stage", /请取餐/);
    await shot("to-collect");
  });

  it("at a table name it, and go there without a place", async () => {
    const { page } = one;
    await atShop(stage, one, who, `&tableId=${shop.tableId}`);
    await page.reload();
    await wait(page, "shop-table", new RegExp(shop.tableName));
    await shot("table-shop");
    await openAs(stage, page, {
      ...who,
      route: `order/checkout/index?shopId=${shop.shopId}&tableId=${shop.tableId}`,
    });
    await page.reload();
    await addIfEmpty(one, who);
    await wait(page, "handover-place", new RegExp(shop.tableName));
    await wait(page, "place-order", /¥/);
    await shot("table-checkout");
    // the price that moved was refused with a conflict, as it must be
    expect(one.complaints.filter((line) => !line.includes("409"))).toEqual([]);
  });
});

describe("a student's orders, in English", () => {
  it("say the same in the other language", async () => {
    const who = { host: "weapp", person: "wang" } as const;
    const student = await housed(stage, who);
    const one = await visitor(browser, { viewport: narrow, still: true });
    const { page } = one;
    await openAs(stage, page, { ...who, route: "me/index" });
    await at(page, "tab-en").click();
    await says(page, "Coupons");
    await one.picture("order-me-english");
    await atShop(stage, one, who);
    while (!/Check out/.test(await at(page, "checkout").innerText())) await addFirstDish(page);
    await at(page, "checkout").click();
    await wait(page, "place-order", /^Pay ¥/);
    await one.picture("order-checkout-english");
    const { orderId } = await place(stage, student);
    await openAs(stage, page, { ...who, route: `track/order/index?orderId=${orderId}` });
    await at(page, "pay-check").click();
    await says(page, "Nobody has begun to pay");
    await one.picture("order-unpaid-english");
    const eaten = await delivered(stage, student);
    await openAs(stage, page, { ...who, route: `track/after-sale/index?orderId=${eaten}` });
    await at(page, "reason-late").click();
    await one.picture("order-complaint-english");
    expect(one.complaints).toEqual([]);
  });
});

/** The checkout of an empty cart leads back to the menu; a cart of an earlier page is still there. */
async function addIfEmpty(one: Visitor, who: Who): Promise<void> {
  const { page } = one;
  await page.locator('[id="handover-place"], .sq-empty').first().waitFor();
  if (await at(page, "handover-place").isVisible()) return;
  await atShop(stage, one, who, `&tableId=${shop.tableId}`);
  await page.reload();
  while (!/结算/.test(await at(page, "checkout").innerText())) await addFirstDish(page);
  await at(page, "checkout").click();
}
