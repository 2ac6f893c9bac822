import { until } from "@sanqi/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeAndPay } from "../lunch.ts";
import { type Stage, setStage } from "../stage.ts";
import { desk, openBrowser, type Visitor, visitor } from "./chromium.ts";

let stage: Stage;
let browser: Browser;
let operator: Visitor;
beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  operator = await visitor(browser, { viewport: desk });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

const open = (path: string) => operator.page.goto(`${stage.url}/console${path}`);

describe("the console", () => {
  it("refuses a wrong password in words and lets the operator in", async () => {
    const { page } = operator;
    await open("/orders");
    await page.locator("#username, input[autocomplete=username]").fill("admin");
    await page.locator("input[type=password]").fill("wrong password");
    await page.locator("button[type=submit]").click();
    await page.getByText("用户名或密码不正确").waitFor();
    await operator.picture("console-login");
    await page.locator("input[type=password]").fill(stage.product.consolePassword ?? "");
    await page.locator("button[type=submit]").click();
    await page.locator("main#content").waitFor();
  });

  it("shows a new order without a reload, tells its story and cancels it with a refund", async () => {
    const { page } = operator;
    await open("/orders");
    await page.getByText("今日订单").first().waitFor();
    await operator.picture("console-orders-empty");
    const student = await stage.as("weapp", "lin");
    const orderId = await placeAndPay(stage, student);
    const { orderNo } = await student.api.orders.get.query({ orderId });
    await page.getByText(orderNo, { exact: true }).first().waitFor();
    await operator.picture("console-orders");
    await page.getByText(orderNo, { exact: true }).first().click();
    await page.getByText("支付成功").first().waitFor();
    await operator.picture("console-story");
    await page
      .getByRole("button", { name: /取消订单/ })
      .first()
      .click();
    await page.locator("#cancel-reason").fill("同学来电要求取消");
    await page
      .getByRole("dialog")
      .last()
      .getByRole("button", { name: /取消|退/ })
      .last()
      .click();
    await until(
      async () => {
        await stage.product.idle();
        return (await student.api.orders.get.query({ orderId })).stage;
      },
      (now) => now === "cancelled",
    );
  });

  it.each([
    ["overview", "/", "console-overview"],
    ["map", "/map", "console-map"],
    ["shops and menus", "/shops", "console-shops"],
    ["people", "/people", "console-people"],
    ["operations", "/operations/events", "console-events"],
  ])("opens %s without complaints", async (_name, path, picture) => {
    const before = operator.complaints.length;
    await open(path);
    await operator.page.locator("main h1, main h2, main [role=heading]").first().waitFor();
    await operator.page.waitForLoadState("networkidle");
    await operator.picture(picture);
    expect(operator.complaints.slice(before)).toEqual([]);
  });

  it("is as readable in the dark", async () => {
    const dark = await visitor(browser, { viewport: desk, dark: true });
    await dark.context.addCookies(await operator.context.cookies());
    await dark.page.goto(`${stage.url}/console/orders`);
    await dark.page.getByText("今日订单").first().waitFor();
    await dark.picture("console-orders-dark");
  });
});
