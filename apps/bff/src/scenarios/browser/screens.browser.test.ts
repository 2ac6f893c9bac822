import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { place, placeAndPay } from "../lunch.ts";
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

describe("the counselor", () => {
  it("sees alerts of the own department only, and her look is recorded", async () => {
    const counselor = await visitor(browser);
    await openAs(stage, counselor.page, {
      host: "dd",
      person: "counselor-su",
      route: "counselor/alerts/index",
    });
    await counselor.page.locator('[id^="alert-alr_"]').first().waitFor();
    await counselor.picture("counselor-alerts");
    // Of 计算机与智能学院 two students stopped eating and agreed to care; a third stopped and did not agree.
    expect(await counselor.page.locator('[id^="alert-alr_"]').count()).toBe(2);
    const shown = await counselor.page.locator("body").innerText();
    for (const hidden of ["孙若溪", "郑心怡", "冯雨桐"]) expect(shown).not.toContain(hidden);
    await counselor.page.locator('[id^="alert-alr_"]').first().click();
    await counselor.page.locator('[id="alert-seen"]').click();
    await counselor.page.locator('[id="alert-seen-by"]').waitFor();
    await counselor.picture("counselor-student");
    const views = await stage.sql`select 1 from alert_view`;
    expect(views.count).toBeGreaterThan(1);
    expect(counselor.complaints).toEqual([]);
  });

  it("finds nothing to read outside DingTalk, and no student finds it at all", async () => {
    const student = await visitor(browser);
    await openAs(stage, student.page, { host: "weapp", person: "wang", route: "counselor/alerts/index" });
    await student.page
      .locator('[id^="enter-"], [id="work-invite"], taro-button-core, [role=button]')
      .first()
      .waitFor();
    expect(await student.page.locator('[id^="alert-alr_"]').count()).toBe(0);
    await student.picture("no-role");
  });
});

describe("states of the student's screens", () => {
  it("are empty, and say what to do", async () => {
    const fresh = await visitor(browser);
    await openAs(stage, fresh.page, { host: "alipay", person: "somebody-new" });
    await fresh.page.locator('[id="first-place"]').waitFor();
    await fresh.picture("empty-home");
    await openAs(stage, fresh.page, { host: "alipay", person: "somebody-new", route: "orders/index" });
    await fresh.page
      .getByText(/还没有|没有订单/)
      .first()
      .waitFor();
    await fresh.picture("empty-orders");
  });

  it("show the shape of what is coming while it loads", async () => {
    const one = await visitor(browser, { still: true });
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await one.page.route(/trpc\/.*catalog\.shops/, async (route) => {
      await held;
      await route.continue();
    });
    await openAs(stage, one.page, { host: "weapp", person: "lin" });
    const placeId = stage.ids.places.of("澜园2号楼");
    await one.page.locator('[id="first-place"], [id="place-change"]').first().click();
    await one.page.locator(`[id="place-${placeId}"]`).first().click();
    await one.page.locator('[class*="skeleton"]').first().waitFor();
    await one.picture("loading-home");
    answer();
    await one.page.locator('[id^="shop-"]').first().waitFor();
  });

  it("show an error with its next step and the trace behind details, and recover", async () => {
    const one = await visitor(browser);
    await one.page.route(/trpc\/.*catalog\.shops/, (route) => route.abort());
    await openAs(stage, one.page, { host: "weapp", person: "lin" });
    const placeId = stage.ids.places.of("澜园2号楼");
    await one.page.locator('[id="first-place"], [id="place-change"]').first().click();
    await one.page.locator(`[id="place-${placeId}"]`).first().click();
    await one.page
      .getByText(/网络|连接/)
      .first()
      .waitFor();
    await one.picture("error-network");
    await one.page.unroute(/trpc\/.*catalog\.shops/);
    await one.page.getByText("重试", { exact: true }).first().click();
    await one.page.locator('[id^="shop-"]').first().waitFor();
  });

  it.each([
    ["weapp", "lin", true],
    ["alipay", "chen", false],
    ["alipay", "chen", true],
    ["dd", "zhao", false],
    ["dd", "zhao", true],
  ] as const)("look at home in %s (%s, dark: %s)", async (host, person, dark) => {
    const student = await stage.as(host, person);
    const running = await placeAndPay(stage, student);
    await place(stage, student);
    const look = `${host}-${dark ? "dark" : "light"}`;
    const one = await visitor(browser, { dark });
    await openAs(stage, one.page, { host, person, route: "orders/index" });
    await one.page.locator(`[id="order-${running}"]`).waitFor();
    await one.picture(`${look}-orders`);
    await openAs(stage, one.page, { host, person, route: `track/order/index?orderId=${running}` });
    await one.page.reload();
    await one.page.locator('[id="order-stage"]').waitFor();
    await one.picture(`${look}-order`);
    await openAs(stage, one.page, { host, person, route: "me/index" });
    await one.page.reload();
    await one.page.locator('[id="me-name"]').waitFor();
    await one.picture(`${look}-me`);
    expect(one.complaints).toEqual([]);
  });
});
