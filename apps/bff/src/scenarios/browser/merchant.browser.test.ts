import { until } from "@sanqi/testkit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, placeAndPay } from "../lunch.ts";
import { placeAndCollect, placeToCollect } from "../pickup.ts";
import { type Person, type Stage, setStage } from "../stage.ts";
import { openAs, openBrowser, type Visitor, visitor } from "./chromium.ts";

let stage: Stage;
let browser: Browser;
let student: Person;
let cook: Person;
beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  student = await stage.as("weapp", "lin");
  cook = await stage.as("weapp", "chef-tinglan");
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

const tablet = { width: 1024, height: 768 };
/** Pages below the one in front stay in the document, hidden. */
const at = (page: Page, id: string) => page.locator(`[id="${id}"]:visible`).first();
const textOf = async (page: Page, id: string) => (await at(page, id).innerText()).trim();
const desk = async (one: Visitor, route: string) => {
  const who = { host: "weapp", person: "chef-tinglan", route: `merchant/${route}` } as const;
  await openAs(stage, one.page, who);
};
/** The cook works in several shops of the canteen; pages about one of them let her choose. */
const deskOfShop = async (one: Visitor, route: string) => {
  await desk(one, route);
  await at(one.page, `tab-${shopOf()}`).click();
};
/** Fields are drawn by Taro: the browser's own field stands inside. */
const fill = (page: Page, id: string, text: string) =>
  at(page, id).locator("input, textarea").first().fill(text);

type Dish = Awaited<ReturnType<Person["api"]["merchant"]["editableMenu"]["query"]>>["dishes"][number];
/** The dish as somebody else would send it, without what is only today's. */
const draftOf = (dish: Dish) => ({
  ...{
    name: dish.name,
    nameEn: dish.nameEn,
    description: dish.description,
    descriptionEn: dish.descriptionEn,
  },
  ...{ category: dish.category, categoryEn: dish.categoryEn, priceFen: dish.priceFen as number },
  ...{ pictureId: dish.pictureId, labels: [...dish.labels], allergens: [...dish.allergens] },
  dailyStock: dish.dailyStock,
  options: dish.options.map(({ key, name, nameEn, min, max, choices }) => ({
    ...{ key, name, nameEn, min, max },
    choices: choices.map((one) => ({
      ...{
        key: one.key,
        name: one.name,
        nameEn: one.nameEn,
        priceFen: one.priceFen,
        dailyStock: one.dailyStock,
      },
    })),
  })),
});
const shopOf = () => stage.ids.shops.of(openShop);

describe("the kitchen's board", () => {
  it("takes an order from the bell to the counter, against the student's code", async () => {
    const orderId = await placeToCollect(stage, student);
    await placeAndPay(stage, student);
    const one = await visitor(browser);
    const { page } = one;
    await desk(one, "board/index");
    await at(page, `accept-${orderId}`).waitFor();
    await one.picture("merchant-board-phone");
    await at(page, `accept-${orderId}`).click();
    await at(page, "tab-cooking").click();
    await at(page, `start-${orderId}`).click();
    await at(page, `start-${orderId}`).waitFor({ state: "detached" });
    await one.picture("merchant-cooking-phone");
    await at(page, `ready-${orderId}`).click();
    await at(page, "tab-ready").click();
    await at(page, `handover-${orderId}`).waitFor();
    await until(
      () => cook.api.merchant.board.query(),
      (board) => board.ready.some((order) => order.orderId === orderId),
    );
    await at(page, `handover-${orderId}`).click();
    const { pickupCode } = await student.api.orders.get.query({ orderId });
    const wrong = String((Number(pickupCode) + 1) % 10_000).padStart(4, "0");
    for (const figure of wrong) await at(page, `key-${figure}`).click();
    await at(page, "handover-confirm").click();
    await until(
      () => textOf(page, "code-said"),
      (said) => said.includes("取餐码不对"),
    );
    await one.picture("merchant-code-wrong");
    for (const figure of pickupCode ?? "") await at(page, `key-${figure}`).click();
    await at(page, "handover-confirm").click();
    await at(page, `handover-${orderId}`).waitFor({ state: "detached" });
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ stage: "delivered" });
    // a wrong code is refused with 400, which the browser writes down by itself
    expect(one.complaints.filter((line) => !line.includes("400"))).toEqual([]);
  });

  it.each([false, true])("shows its columns side by side on a tablet (dark: %s)", async (dark) => {
    const [first, second] = [await placeToCollect(stage, student), await placeAndPay(stage, student)];
    await cook.api.merchant.accept.mutate({ orderId: first });
    const one = await visitor(browser, { viewport: tablet, dark });
    await desk(one, "board/index");
    await at(one.page, `accept-${second}`).waitFor();
    await at(one.page, `start-${first}`).waitFor();
    const left = async (id: string) => (await at(one.page, id).boundingBox())?.x ?? 0;
    expect(await left("column-new")).toBeLessThan(await left("column-cooking"));
    expect(await left("column-cooking")).toBeLessThan(await left("column-ready"));
    await one.picture(`merchant-board-tablet-${dark ? "dark" : "light"}`);
    await at(one.page, `print-${second}`).click();
    await at(one.page, "ticket-paper").waitFor();
    await one.picture(`merchant-ticket-${dark ? "dark" : "light"}`);
    const download = one.page.waitForEvent("download");
    await at(one.page, "ticket-save").click();
    expect((await download).suggestedFilename()).toMatch(/\.bin$/);
    expect(one.complaints).toEqual([]);
  });
});

describe("the menu", () => {
  it("takes a new price, and says who was faster", async () => {
    const one = await visitor(browser);
    const { page } = one;
    await deskOfShop(one, "menu/index");
    const menu = await cook.api.merchant.editableMenu.query({ shopId: shopOf() });
    const dish = menu.dishes.find(({ options }) => options.length > 0) ?? menu.dishes[0];
    if (!dish) throw new Error("the demo shop has no dish");
    const { dishId, version } = dish;
    await at(page, `open-${dishId}`).waitFor();
    await one.picture("merchant-menu-phone");
    await at(page, `open-${dishId}`).click();
    await fill(page, "dish-left", "12");
    await at(page, "dish-left-keep").click();
    await until(
      () => cook.api.merchant.editableMenu.query({ shopId: shopOf() }),
      (now) => now.dishes.find((other) => other.dishId === dishId)?.left === 12,
    );
    await one.picture("merchant-today-phone");
    await at(page, "dish-edit").click();
    await fill(page, "dish-price", "2001");
    await at(page, "save").click();
    await until(
      () => textOf(page, "save-problem"),
      (problem) => problem.startsWith("价格须在"),
    );
    await one.picture("merchant-dish-invalid");
    await fill(page, "dish-price", "21.5");
    await cook.api.merchant.editDish.mutate({
      ...{ shopId: shopOf(), dishId, version },
      draft: { ...draftOf(dish), priceFen: 2_000 },
    });
    await at(page, "save").click();
    await page.getByText("刚刚被别人改过").waitFor();
    await one.picture("merchant-conflict");
    await at(page, "confirm").click();
    await until(
      () => at(page, "dish-price").locator("input").inputValue(),
      (price) => price === "20",
    );
    await fill(page, "dish-price", "21.5");
    await at(page, "save").click();
    await until(
      () => cook.api.merchant.editableMenu.query({ shopId: shopOf() }),
      (after) => after.dishes.find((other) => other.dishId === dishId)?.priceFen === 2_150,
    );
    expect(one.complaints.filter((line) => !line.includes("409"))).toEqual([]);
  });

  it("lets a dish go and brings it back", async () => {
    const one = await visitor(browser, { viewport: tablet });
    const { page } = one;
    await deskOfShop(one, "menu/index");
    const menu = await cook.api.merchant.editableMenu.query({ shopId: shopOf() });
    const dishId = menu.dishes.at(-1)?.dishId ?? "";
    await at(page, `open-${dishId}`).click();
    await at(page, "dish-remove").click();
    await at(page, `restore-${dishId}`).waitFor();
    await one.picture("merchant-menu-tablet");
    await page.getByText("撤销").click();
    await at(page, `open-${dishId}`).waitFor();
    expect(one.complaints).toEqual([]);
  });
});

describe("the shop", () => {
  it("is paused and opened, and changes hours, settings and tables", async () => {
    const one = await visitor(browser);
    const { page } = one;
    await deskOfShop(one, "shop/index");
    await at(page, "pause-30").click();
    await until(
      () => textOf(page, "shop-state"),
      (state) => state.includes("已暂停接单"),
    );
    await one.picture("merchant-shop-paused");
    await at(page, "pause-end").click();
    await until(
      () => textOf(page, "shop-state"),
      (state) => state === "营业中",
    );
    await one.picture("merchant-shop-phone");

    await at(page, "desk-hours").click();
    await at(page, "special-add").click();
    await at(page, "month-later").click();
    await page.locator('[id^="day-2"]:visible').nth(9).click();
    await page.locator('[id^="special-2"]:visible').first().waitFor();
    await one.picture("merchant-hours-phone");
    await at(page, "save").click();
    await until(
      () => cook.api.merchant.editableMenu.query({ shopId: shopOf() }),
      ({ shop }) => shop.exceptions.length === 1,
    );

    await deskOfShop(one, "settings/index");
    await at(page, "slot-capacity").waitFor();
    await fill(page, "slot-capacity", "25");
    await one.picture("merchant-settings-phone");
    await at(page, "save").click();
    await until(
      () => cook.api.merchant.editableMenu.query({ shopId: shopOf() }),
      ({ shop }) => shop.slots?.capacity === 25,
    );

    await deskOfShop(one, "tables/index");
    await fill(page, "table-name", "A1");
    await at(page, "table-add").click();
    await page.locator('[id^="table-tbl_"]:visible').first().click();
    await at(page, "table-code").waitFor();
    await one.picture("merchant-table-code");
    expect(one.complaints).toEqual([]);
  });

  it("starts an offer that is said in words while it is written", async () => {
    const one = await visitor(browser);
    const { page } = one;
    await deskOfShop(one, "offers/index");
    await at(page, "offer-new").click();
    await fill(page, "step-0-from", "30");
    await fill(page, "step-0-off", "5");
    await until(
      () => textOf(page, "offer-preview"),
      (said) => said.includes("满30减5"),
    );
    await one.picture("merchant-offer-phone");
    await at(page, "offer-save").click();
    await page.locator('[id^="end-"]:visible').first().waitFor();
    await one.picture("merchant-offers-phone");
    expect(one.complaints).toEqual([]);
  });
});

describe("afterwards", () => {
  it("a complaint is agreed to with its exact amount, a review answered, and the day adds up", async () => {
    const orderId = await placeAndCollect(stage, { student, cook });
    await student.api.orders.rate.mutate({ orderId, stars: 4, comment: "皮薄馅大，就是有点慢" });
    await student.api.orders.complain.mutate({
      ...{ orderId, reason: "missing", words: "少了一份", items: [{ line: 0, quantity: 1 }] },
    });
    await stage.product.idle();
    const one = await visitor(browser);
    const { page } = one;
    await desk(one, "complaints/index");
    await at(page, `agree-${orderId}`).waitFor();
    await one.picture("merchant-complaints-phone");
    await at(page, `agree-${orderId}`).click();
    await until(
      () => textOf(page, "agree-confirm"),
      (label) => label.includes("¥"),
    );
    await one.picture("merchant-agree-phone");
    const amount = (await textOf(page, "agree-confirm")).replace(/\D+([\d.]+).*/s, "$1");
    await at(page, "agree-confirm").click();
    await at(page, `agree-${orderId}`).waitFor({ state: "detached" });
    await stage.product.idle();
    const { refunds } = await student.api.orders.get.query({ orderId });
    expect(refunds.map(({ fen, bearer }) => [fen, bearer])).toEqual([
      [Math.round(Number(amount) * 100), "merchant"],
    ]);

    await desk(one, "reviews/index");
    await at(page, `answer-${orderId}`).click();
    await fill(page, "answer-words", "谢谢，中午会多留一个人");
    await at(page, "answer-send").click();
    await page.getByText("谢谢，中午会多留一个人").first().waitFor();
    await one.picture("merchant-reviews-phone");

    await desk(one, "day/index");
    await at(page, "day-money").waitFor();
    await one.picture("merchant-day-phone");
    await deskOfShop(one, "statement/index");
    await at(page, "statement-sums").waitFor();
    await one.picture("merchant-statement-phone");

    const wide = await visitor(browser, { viewport: tablet, dark: true });
    await desk(wide, "day/index");
    await at(wide.page, "day-money").waitFor();
    await wide.picture("merchant-day-tablet-dark");
    await desk(wide, "shop/index");
    await at(wide.page, "shop-state").waitFor();
    await wide.picture("merchant-shop-tablet-dark");
    expect([...one.complaints, ...wide.complaints]).toEqual([]);
  });

  it("a rider reads what was earned", async () => {
    const one = await visitor(browser);
    const who = { host: "weapp", person: "rider-zhou", route: "rider/tasks/index" } as const;
    await openAs(stage, one.page, who);
    await at(one.page, "open-earnings").click();
    await at(one.page, "statement-sums").waitFor();
    await one.picture("rider-earnings");
    expect(one.complaints).toEqual([]);
  });
});
