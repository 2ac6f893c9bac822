import { chinaDay, chinaMidnight, day, hour, minute, type OrderId, yuanText } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consoleCookie } from "../callers.ts";
import { atDesk } from "../desk.ts";
import { delivered } from "../ledger.ts";
import { pay, place } from "../lunch.ts";
import { faults } from "../money.ts";
import { codeOf, type Person, type Stage, setStage } from "../stage.ts";
import { openBrowser, type Visitor, visitor } from "./chromium.ts";

const wide = { width: 1280, height: 800 };
const tablet = { width: 1024, height: 768 };

let stage: Stage;
let browser: Browser;
let operator: Visitor;
let student: Person;
beforeAll(async () => {
  stage = await setStage();
  student = await stage.as("weapp", "lin");
  browser = await openBrowser();
  operator = await visitor(browser, { viewport: wide });
  await enter(operator);
  const desk = await atDesk(stage);
  await desk.console.setCampusTerms.mutate({
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
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

/** The cookie of a fresh log-in: nobody stays logged in to the console overnight. */
async function enter(who: Visitor): Promise<void> {
  const [name = "", value = ""] = (await consoleCookie(stage)).cookie.split("=");
  await who.context.addCookies([{ name, value, url: stage.url, httpOnly: true, sameSite: "Strict" }]);
}
const open = (page: Page, path: string) => page.goto(`${stage.url}/console${path}`);
const orderOf = async (orderId: OrderId) => student.api.orders.get.query({ orderId });

describe("a complaint", () => {
  it("is decided from the desk's list, and the order shows the partial refund", async () => {
    const { page } = operator;
    const orderId = await delivered(stage, student);
    await student.api.orders.complain.mutate({
      orderId,
      reason: "missing",
      words: "少了一份饺子",
      items: [{ line: 0, quantity: 1 }],
      pictureIds: [],
    });
    await open(page, "/after-sales");
    await page.getByText("少了一份饺子").first().waitFor();
    await page.getByRole("button", { name: "裁定…" }).click();
    const dialog = page.getByRole("dialog");
    const amount = dialog.getByLabel(/退款金额/).first();
    await amount.fill("1000");
    await dialog.getByText(/标红的金额不对/).waitFor();
    await amount.fill("2.50");
    await dialog.getByText("从商家的结算里扣 ¥2.50").waitFor();
    await dialog.locator("#verdict-words").fill("少的一份退给你，抱歉");
    await operator.picture("console-decide");
    await dialog.getByRole("button", { name: "退款 ¥2.50" }).click();
    await dialog.waitFor({ state: "detached" });
    await until(
      async () => {
        await stage.product.parts.money.askDue(`${"0".repeat(31)}1`);
        await stage.product.idle();
        stage.clock.advance(5_000);
        return (await orderOf(orderId)).payment;
      },
      (payment) => payment === "partlyRefunded",
    );
    await open(page, `/orders/${orderId}`);
    await page.getByText("部分退款").first().waitFor();
    await page.locator(".moves").getByText("售后退款").scrollIntoViewIfNeeded();
    await operator.picture("console-story-refund");
    await page.getByText("账本里的这一单").click();
    await page
      .getByRole("rowheader", { name: /应付商家/ })
      .first()
      .waitFor();
    await page.getByText("账本里的这一单").scrollIntoViewIfNeeded();
    await operator.picture("console-story-books");
    expect((await orderOf(orderId)).refunds).toMatchObject([{ bearer: "merchant", fen: 250, done: true }]);
  });
});

describe("an order by phone", () => {
  it("is placed from the menu, and its pay code is there to read out until it is paid", async () => {
    const { page } = operator;
    await open(page, "/phone-order");
    await choose(page, page.getByRole("combobox", { name: "店铺" }), "饺子");
    await page
      .getByRole("button", { name: /^加一份/ })
      .first()
      .waitFor();
    const add = page.locator(".phone-dishes li:not(.dish-out) button:not(:has-text('选规格'))").first();
    for (let portions = 0; portions < 3; portions += 1) await add.click();
    await choose(page, page.getByRole("combobox", { name: "送到" }), "澜园2号楼");
    await page.locator("#contact-phone").fill("13800138000");
    await operator.picture("console-phone-order");
    await page.getByRole("button", { name: /^下单 ¥/ }).click();
    const code = await page.getByLabel("付款码", { exact: true }).innerText();
    await operator.picture("console-pay-code");
    const cashier = await student.api.payments.prepareByCode.mutate({ code, key: crypto.randomUUID() });
    if (cashier.params.kind !== "wechat") throw new Error("not WeChat's cashier");
    const { kind: _kind, ...request } = cashier.params;
    await stage.phone("/device/wechat/request-payment", {
      appId: stage.env.WECHAT_APP_ID,
      person: student.key,
      outcome: "pay",
      ...request,
    });
    await student.api.payments.confirm.mutate({ paymentId: cashier.paymentId });
    await stage.product.idle();
    await page.getByText("已收到付款，商家可以接单了").waitFor();
    await page.getByRole("link", { name: "打开订单" }).click();
    await page.getByText("付款码代付").waitFor();
  });
});

/** Types into one of antd's selects and takes what it offers first. */
async function choose(page: Page, select: ReturnType<Page["getByRole"]>, text: string): Promise<void> {
  await select.click();
  await select.fill(text);
  await page.locator(".ant-select-item-option", { hasText: text }).first().click();
}

describe("a payment platform that fails", () => {
  it("shows on the overview and says among the services outside what people see", async () => {
    const { page } = operator;
    const { orderId } = await place(stage, student);
    await faults(stage, { wechatPayDown: true });
    const tap = () => codeOf(student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() }));
    for (let taps = 0; taps < 40 && (await tap()) !== "PAYMENT_PAUSED"; taps += 1);
    await open(page, "/");
    const tile = page.locator(".health", { hasText: "支付通道" });
    await tile.getByText("暂停").waitFor();
    await operator.picture("console-overview-paused");
    await tile.click();
    await page
      .getByRole("alert")
      .getByText(/^微信支付从 .* 起暂停调用/)
      .waitFor();
    await operator.picture("console-events-paused");
    await faults(stage, { wechatPayDown: false });
    await until(
      async () => {
        stage.clock.advance(11_000);
        await stage.product.parts.money.askDue(`${"0".repeat(31)}6`);
        return student.api.payments.status.query();
      },
      (platforms) => platforms.every((platform) => !platform.paused),
    );
  });
});

describe("the day after", () => {
  const yesterday = () => chinaDay(stage.clock.now() - day);
  beforeAll(async () => {
    await pay(stage, student, (await place(stage, student)).orderId);
    await stage.product.idle();
    const now = stage.clock.now();
    stage.clock.advance(chinaMidnight(now) + day + 10 * hour + 6 * minute - now);
    await enter(operator);
  });

  it("has a difference in a bill, which an operator closes with a reason", async () => {
    const { page } = operator;
    await stage.phone(`/admin/bills/alipay/${yesterday()}/plant`, {
      seed: 5,
      kinds: ["missingHere/payment"],
    });
    await (await atDesk(stage)).console.reconcile.mutate({ day: yesterday(), channel: null });
    await open(page, "/reconciliation");
    await page.getByText("账单有，我方没有").first().waitFor();
    await operator.picture("console-reconciliation");
    await page.getByRole("button", { name: "处理…" }).first().click();
    await page.locator("#resolve-reason").fill("食堂窗口收款，不属于本系统");
    await operator.picture("console-difference");
    await page.getByRole("button", { name: "已解释清楚…" }).click();
    await page.getByRole("button", { name: "结案", exact: true }).click();
    await page.getByText("食堂窗口收款，不属于本系统").first().waitFor();
    const { console: desk } = await atDesk(stage);
    expect(await desk.differences.query({ open: true, limit: 10 })).toEqual([]);
  });

  it("has a statement that can be saved, and pay-outs that are prepared, sent and paid", async () => {
    const { page } = operator;
    await open(page, "/money");
    await page.getByRole("link", { name: /饺子/ }).first().click();
    await page.getByText("期末应付").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载 CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^sanqi-merchant-shp_.*\.csv$/);
    await operator.picture("console-statement");
    await open(page, "/money/payouts");
    await page.getByRole("button", { name: "准备发薪…" }).click();
    await page.getByRole("button", { name: "准备发薪", exact: true }).click();
    await page.getByText("待提交银行").nth(1).waitFor();
    await page.getByRole("button", { name: "标记已提交银行…" }).first().click();
    await page.getByRole("button", { name: "标记已提交银行", exact: true }).click();
    await page.getByRole("button", { name: "标记已到账…" }).first().click();
    await page.locator("#payout-note").fill("回单 20261123-01");
    await page.getByRole("button", { name: "标记已到账", exact: true }).click();
    await page.getByText("回单 20261123-01").waitFor();
    await operator.picture("console-payouts");
    const { console: desk } = await atDesk(stage);
    const [paid] = await desk.payouts.query({ state: "paid", limit: 10 });
    expect(paid && yuanText(paid.amountFen)).toBeTruthy();
  });
});

describe.each([
  ["light", wide, false, "zh"],
  ["dark", wide, true, "zh"],
  ["english", tablet, false, "en"],
] as const)("in %s", (look, viewport, dark, language) => {
  let desk: Visitor;
  beforeAll(async () => {
    desk = await visitor(browser, { viewport, dark });
    await desk.context.addInitScript(`localStorage.setItem("sanqi.console.language", "${language}")`);
    await enter(desk);
  });
  afterAll(() => desk?.context.close());

  it.each([
    ["/after-sales?show=all", "after-sales"],
    ["/reviews", "reviews"],
    ["/phone-order", "phone-order-empty"],
    ["/offers", "offers"],
    ["/money", "money"],
    ["/money/terms", "terms"],
    ["/money/receivers", "receivers"],
    ["/changes", "changes"],
    ["/operations/consumers", "lag"],
    ["/reconciliation?show=all", "reconciliation-all"],
    ["/orders?with=refund", "orders-refund"],
    ["/orders", "orders-all"],
  ])("%s opens without complaints", async (path, name) => {
    const before = desk.complaints.length;
    await open(desk.page, path);
    await desk.page.locator("main h1").first().waitFor();
    await desk.page.waitForLoadState("networkidle");
    await desk.picture(`console-${name}-${look}`);
    expect(desk.complaints.slice(before)).toEqual([]);
  });

  it("shows the log of what was done about offers", async () => {
    const { page } = desk;
    await open(page, "/offers");
    await page.getByRole("button", { name: /变更记录|Changes/ }).click();
    await page.getByRole("dialog").locator(".change, .notice").first().waitFor();
    await desk.picture(`console-offer-changes-${look}`);
  });

  it("offers a form for every kind of rule, with what it will say", async () => {
    const { page } = desk;
    await open(page, "/offers");
    await page.getByRole("button", { name: /新建优惠|New offer/ }).click();
    await page.locator("#offer-name").fill("午间满减");
    await page.getByLabel(/^(第 1 档满多少|Step 1: from)$/).fill("30");
    await page.getByLabel(/^(第 1 档减多少|Step 1: off)$/).fill("5");
    await page.locator("#offer-minutes-from").fill("11:00");
    await page.locator("#offer-minutes-until").fill("13:00");
    await page
      .getByText(/满30减5 · 平台承担 · 每天 11:00–13:00|¥5 off from ¥30 · borne by the platform/)
      .waitFor();
    await desk.picture(`console-offer-${look}`);
  });
});
