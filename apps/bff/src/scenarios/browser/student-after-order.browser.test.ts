import path from "node:path";
import { until } from "@sanqi/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { place } from "../lunch.ts";
import { type Person, type Stage, setStage } from "../stage.ts";
import { openAs, openBrowser, type Visitor, visitor } from "./chromium.ts";
import { at, delivered, housed, intoView, looks, narrow, says, wait } from "./student-page.ts";

const picture = path.resolve(import.meta.dirname, "../../../../miniapp/src/assets/tab/home.png");
let stage: Stage;
let browser: Browser;
let cook: Person;
beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  cook = await stage.as("weapp", "chef-tinglan");
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

describe.each(looks)("an order of a student, in the %s", (look, host, person) => {
  const who = { host, person };
  let one: Visitor;
  let student: Person;
  beforeAll(async () => {
    student = await housed(stage, who);
    one = await visitor(browser, { viewport: narrow, dark: look === "dark", still: true });
  });
  const shot = (name: string) => one.picture(`order-${name}-${look}`);

  it("wait for their money honestly, and can be paid by somebody else", async () => {
    const { page } = one;
    const { orderId } = await place(stage, student);
    await openAs(stage, page, { ...who, route: `track/order/index?orderId=${orderId}` });
    await page.reload();
    await at(page, "pay-check").click();
    await at(page, "pay-checked").waitFor();
    await shot("unpaid");
    await at(page, "pay-code").click();
    const code = (await at(page, "pay-code-signs").innerText()).replace(/\s/g, "");
    await shot("pay-code");
    const friend = await visitor(browser, { viewport: narrow, dark: look === "dark", still: true });
    await openAs(stage, friend.page, {
      host: "dd",
      person: "zhao",
      route: `order/pay-for/index?code=${code}`,
    });
    await at(friend.page, "pay-for-shop").waitFor();
    await friend.picture(`order-pay-for-${look}`);
    await at(friend.page, "pay-for-pay").click();
    await at(friend.page, "cashier-pay").click();
    await at(friend.page, "pay-for-over").waitFor();
    await friend.picture(`order-pay-for-done-${look}`);
    await wait(page, "order-stage", /等待商家/);
    expect(friend.complaints).toEqual([]);
  });

  it("are complained about with a picture, and show what came back line by line", async () => {
    const { page } = one;
    const orderId = await delivered(stage, student);
    await openAs(stage, page, { ...who, route: `track/order/index?orderId=${orderId}` });
    await page.reload();
    await at(page, "complain").click();
    await at(page, "reason-missing").click();
    await at(page, "portion-0-plus").click();
    const chooser = page.waitForEvent("filechooser");
    await at(page, "picture-add").click();
    await (await chooser).setFiles(picture);
    await wait(page, "complaint-send", /提交/);
    await at(page, "complaint-words")
      .locator("textarea")
      .or(at(page, "complaint-words"))
      .last()
      .fill("少了一份");
    await shot("complaint");
    await at(page, "complaint-send").click();
    await at(page, "after-sale-state").waitFor();
    await shot("complaint-open");
    await cook.api.merchant.answerAfterSale.mutate({
      orderId,
      agrees: true,
      words: "抱歉，漏装了，已为你退款",
    });
    await at(page, "after-sale-refund").waitFor();
    await until(
      async () => {
        await stage.product.idle();
        return page.locator(".bill__back").count();
      },
      (count) => count > 0,
    );
    await shot("complaint-decided");
    await intoView(page.locator(".bill__back").first());
    await shot("refund-by-line");
  });

  it("end with a review that its person sees as others do, or why they do not", async () => {
    const { page } = one;
    const orderId = await delivered(stage, student);
    await student.api.orders.rate.mutate({ orderId, stars: 4, comment: "皮薄馅大" });
    await cook.api.merchant.answerReview.mutate({ orderId, words: "谢谢，下次多送一碟醋" });
    await openAs(stage, page, { ...who, route: `track/order/index?orderId=${orderId}` });
    await page.reload();
    await at(page, "own-review").waitFor();
    await says(page, "下次多送一碟醋");
    await intoView(at(page, "own-review"));
    await shot("own-review");
    await openAs(stage, page, { ...who, route: "me/index" });
    await page.reload();
    await at(page, "me-coupons").waitFor();
    await shot("me");
    await openAs(stage, page, { ...who, route: "home/index" });
    await page.reload();
    await at(page, "scan").waitFor();
    await page.locator('[id^="shop-"]').first().waitFor();
    await shot("home");
    expect(one.complaints).toEqual([]);
  });
});
