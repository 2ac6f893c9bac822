import type { OrderId } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consoleCookie } from "../callers.ts";
import { atDesk } from "../desk.ts";
import { place, placeAndPay } from "../lunch.ts";
import { faults } from "../money.ts";
import { isDone, untilSaga } from "../sagas.ts";
import { type Client, codeOf, type Person, type Stage, setStage } from "../stage.ts";
import { loseMessage, parkEvent, parkJob } from "../trouble.ts";
import { openBrowser, phone, type Visitor, visitor, desk as wide } from "./chromium.ts";

let stage: Stage;
let browser: Browser;
let operator: Visitor;
let desk: Client;
let student: Person;
let cancelled: OrderId;
let mendJob: () => Promise<unknown>;
const kind = "orderEnded";

beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  desk = await atDesk(stage);
  student = await stage.as("alipay", "he");
  operator = await visitor(browser, { viewport: wide });
  await enter(operator);
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

async function enter(who: Visitor): Promise<void> {
  const [name = "", value = ""] = (await consoleCookie(stage)).cookie.split("=");
  await who.context.addCookies([{ name, value, url: stage.url, httpOnly: true, sameSite: "Strict" }]);
}
const open = (page: Page, path: string) => page.goto(`${stage.url}/console${path}`);
const badge = (page: Page) => page.locator(".nav a[href='/console/operations'] .nav-count");

/** A refund that the platform refuses, an event and a job that failed all their tries, and a platform that takes no payments. */
async function makeTrouble(): Promise<void> {
  cancelled = await placeAndPay(stage, student);
  await faults(stage, { alipaySellerPoor: true });
  await student.api.orders.cancel.mutate({ orderId: cancelled, reason: "" });
  await stage.product.idle();
  await untilSaga(stage, desk, { orderId: cancelled, kind }, ({ state }) => state === "stuck");
  const paid = await placeAndPay(stage, await stage.as("weapp", "lin"));
  await stage.product.idle();
  await parkEvent(stage, paid, "mark-order-paid-on-payment-succeeded");
  mendJob = await parkJob(stage, paid);
  await loseMessage(stage, paid);
  await until(desk.console.attention.query, ({ failedJobs }) => failedJobs === 1);
  await faults(stage, { wechatPayDown: true });
  const buyer = await stage.as("weapp", "sun");
  const { orderId } = await place(stage, buyer);
  const tap = () => codeOf(buyer.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() }));
  for (let taps = 0; taps < 40 && (await tap()) !== "PAYMENT_PAUSED"; taps += 1);
  await until(desk.console.attention.query, ({ openBreakers }) => openBreakers > 0);
}

describe("the operations page", () => {
  it("is calm at first, and wears no number in the navigation", async () => {
    const { page } = operator;
    await open(page, "/operations");
    await page.getByText("没有要你动手的").waitFor();
    expect(await badge(page).count()).toBe(0);
    await operator.picture("console-operations-calm");
  });

  it("says what waits for a person without a reload, and leads there by keyboard", async () => {
    const { page } = operator;
    await makeTrouble();
    await page.getByText(/个外部服务被暂停调用/).waitFor();
    await page.getByText(/退款或关单流程卡住了/).waitFor();
    expect(Number(await badge(page).innerText())).toBeGreaterThanOrEqual(4);
    await operator.picture("console-operations-now");
    await page.getByRole("tab", { name: /^现在/ }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("tabpanel", { name: /事件/ }).getByText("certificate expired").waitFor();
  });

  it("shows an open breaker: whom it affects, what to do, since when, by which process", async () => {
    const { page } = operator;
    await open(page, "/operations/breakers");
    await page
      .getByRole("alert")
      .getByText(/^微信支付从 .* 起暂停调用/)
      .waitFor();
    await page.getByText(/退款稍后自动发出/).waitFor();
    await page
      .getByText(/再试探/)
      .first()
      .waitFor();
    await operator.picture("console-operations-breakers");
    await faults(stage, { wechatPayDown: false });
    await until(
      async () => {
        stage.clock.advance(11_000);
        await stage.product.parts.money.askDue(`${"0".repeat(31)}7`);
        return (await desk.console.attention.query()).openBreakers;
      },
      (left) => left === 0,
    );
    await page.getByText("所有外部服务都通").waitFor();
  });

  it("replays a parked event after asking, and the event is handled", async () => {
    const { page } = operator;
    await open(page, "/operations/events");
    const parked = page.locator(".parked", { hasText: "certificate expired" });
    await parked.getByRole("link", { name: "打开订单" }).waitFor();
    await operator.picture("console-operations-events");
    await parked.getByRole("button", { name: "重放" }).click();
    await page.getByText("会立刻重放 1 个事件").waitFor();
    await operator.picture("console-operations-replay");
    await page.getByRole("button", { name: "立即重放" }).click();
    await parked.waitFor({ state: "detached" });
    await until(
      async () => (await desk.console.failedEvents.query()).failed,
      (failed) => failed.every(({ error }) => error !== "certificate expired"),
    );
  });

  it("tells a stuck saga step by step and retries it once the platform is mended", async () => {
    const { page } = operator;
    await open(page, "/operations/sagas");
    await page
      .getByRole("button", { name: /订单结束退款/ })
      .first()
      .click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText("平台退款到账").first().waitFor();
    await drawer.getByText(/被拒的退款不占金额/).waitFor();
    await operator.picture("console-operations-saga");
    await faults(stage, { alipaySellerPoor: false });
    await drawer.getByRole("button", { name: /立即重试这一步/ }).click();
    await page.getByRole("button", { name: "立即重试", exact: true }).click();
    await untilSaga(stage, desk, { orderId: cancelled, kind }, isDone);
    await drawer.getByText("完成").first().waitFor();
    expect((await student.api.orders.get.query({ orderId: cancelled })).payment).toBe("refunded");
  });

  it("runs a stopped job again, and the number in the navigation goes away", async () => {
    const { page } = operator;
    await open(page, "/operations/jobs");
    await page.getByText("已停").first().waitFor();
    await operator.picture("console-operations-jobs");
    await mendJob();
    await page.getByRole("button", { name: "再跑一次…" }).first().click();
    await page.getByRole("button", { name: "再跑一次", exact: true }).click();
    await page.getByText("没有失败的作业").waitFor();
    await badge(page).waitFor({ state: "detached" });
  });
});

describe.each([
  ["phone", phone, false, "zh"],
  ["dark", wide, true, "zh"],
  ["english", phone, true, "en"],
] as const)("in %s", (look, viewport, dark, language) => {
  let visit: Visitor;
  beforeAll(async () => {
    const orderId = await placeAndPay(stage, await stage.as("dd", "zhao"));
    await stage.product.idle();
    await parkEvent(stage, orderId, "post-to-ledger-on-money-moved");
    visit = await visitor(browser, { viewport, dark });
    await visit.context.addInitScript(`localStorage.setItem("sanqi.console.language", "${language}")`);
    await enter(visit);
  });
  afterAll(() => visit?.context.close());

  it.each(["now", "events", "consumers", "breakers", "sagas", "jobs", "messages"])(
    "%s opens without complaints and fits the screen",
    async (tab) => {
      await open(visit.page, `/operations/${tab}`);
      await visit.page.locator("main [role=tabpanel]").getByText(/\S/).first().waitFor();
      await visit.page.waitForLoadState("networkidle");
      await visit.picture(`console-operations-${tab}-${look}`);
      expect(visit.complaints).toEqual([]);
      const spill = await visit.page.evaluate(
        "document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth",
      );
      expect(spill).toBe(0);
    },
  );

  it("one saga fits the screen with all its steps", async () => {
    const { ended } = await desk.console.sagas.query();
    await open(visit.page, `/operations/sagas?saga=${encodeURIComponent(ended[0]?.sagaId ?? "")}`);
    const drawer = visit.page.getByRole("dialog");
    await drawer.locator(".steps li").first().waitFor();
    await visit.picture(`console-operations-saga-${look}`);
    const box = await drawer.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.width).toBeLessThanOrEqual(viewport.width);
  });
});
