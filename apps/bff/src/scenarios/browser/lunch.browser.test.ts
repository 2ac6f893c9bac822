import { until } from "@sanqi/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop } from "../lunch.ts";
import { type Stage, setStage } from "../stage.ts";
import { openAs, openBrowser, visitor } from "./chromium.ts";

let stage: Stage;
let browser: Browser;
beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

const textOf = async (page: import("playwright-core").Page, id: string) =>
  (await page.locator(`[id="${id}"]`).first().innerText()).trim();

describe("a lunch in the browser", () => {
  it("goes from log-in to delivered, with kitchen, rider and the moving map", async () => {
    const placeId = stage.ids.places.of("澜园2号楼");
    const student = await visitor(browser);
    const { page } = student;
    await openAs(stage, page, { host: "weapp", person: "lin" });
    await page.locator('[id="first-place"], [id="place-change"]').first().click();
    await page.locator(`[id="place-${placeId}"]`).first().click();
    await page.locator(`[id="shop-${openShop}"]`).first().waitFor();
    await student.picture("student-home");
    await page.locator(`[id="shop-${openShop}"]`).first().click();
    await page.locator('[id^="dish-"][id$="-add"]').first().waitFor();
    await student.picture("student-shop");
    // Dishes with choices open a sheet; two portions pass the minimum.
    for (let n = 0; n < 3; n += 1) {
      await page.locator('[id^="dish-"][id$="-add"]').first().click();
      const sheet = page.locator('[id="option-add"]');
      if (await sheet.isVisible().catch(() => false)) await sheet.click();
      if (
        await page
          .locator('[id="checkout"]')
          .isEnabled()
          .catch(() => false)
      )
        break;
    }
    await page.locator('[id="checkout"]').click();
    await until(
      () => textOf(page, "place-order"),
      (text) => text.includes("¥"),
    );
    await student.picture("student-checkout");
    await page.locator('[id="place-order"]').click();
    await page.locator('[id="cashier-pay"]').waitFor();
    await student.picture("student-cashier");
    await page.locator('[id="cashier-pay"]').click();
    await page.locator('[id="order-stage"]').waitFor();
    await until(
      () => textOf(page, "order-stage"),
      (text) => text.includes("等待商家"),
    );
    await student.picture("student-paid");

    const [row] = await stage.sql<{ orderId: string; pickupCode: string }[]>`
      select order_id, pickup_code from orders where payment = 'paid' and fulfilment = 'placed' order by placed_at desc limit 1`;
    const { orderId, pickupCode } = row ?? { orderId: "", pickupCode: "" };

    const cook = await visitor(browser);
    await openAs(stage, cook.page, { host: "weapp", person: "chef-tinglan", route: "merchant/board/index" });
    await cook.page.locator(`[id="accept-${orderId}"]`).waitFor();
    await cook.picture("merchant-board");
    await cook.page.locator(`[id="accept-${orderId}"]`).click();
    await until(
      () => textOf(page, "order-stage"),
      (text) => text.includes("制作"),
    );

    const rider = await visitor(browser);
    await openAs(stage, rider.page, { host: "weapp", person: "rider-zhou", route: "rider/tasks/index" });
    await rider.page.locator(`[id="claim-${orderId}"]`).waitFor();
    await rider.picture("rider-tasks");
    await rider.page.locator(`[id="claim-${orderId}"]`).click();
    await cook.page.locator('[id="tab-cooking"]').click();
    await cook.page.locator(`[id="ready-${orderId}"]`).click();
    await rider.page.locator(`[id="pickup-${orderId}"]`).click();
    await until(
      () => textOf(page, "order-stage"),
      (text) => text.includes("送来"),
    );
    await page.locator('[data-ready="true"]').waitFor();
    const markerAt = async () =>
      JSON.stringify(await page.locator('[data-marker="rider"]').first().boundingBox());
    const first = await markerAt();
    await until(markerAt, (now) => now !== first, 60_000);
    await student.picture("student-tracking");
    await page.locator('[id="pickup"]').click();
    await page.locator('[id="pickup-full"]').waitFor();
    await student.picture("student-code");
    await page.locator('[id="pickup-full"]').click();

    await rider.page.locator(`[id="deliver-${orderId}"]`).click();
    for (const figure of pickupCode) await rider.page.locator(`[id="key-${figure}"]`).click();
    await rider.picture("rider-code");
    await rider.page.locator('[id="deliver-confirm"]').click();
    await until(
      () => textOf(page, "order-stage"),
      (text) => text.includes("已送达"),
    );
    await student.picture("student-delivered");
    for (const one of [student, cook, rider]) expect(one.complaints).toEqual([]);
  });
});
