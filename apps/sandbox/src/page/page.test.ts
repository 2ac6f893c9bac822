import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, startBench } from "../testing/bench.ts";
import { wechatLogin, wechatMerchant } from "../testing/wechat-merchant.ts";
import { html, trusted } from "./html.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
  const merchant = wechatMerchant(bench);
  const person = "<img src=x onerror=alert(1)>";
  const openid = await wechatLogin(bench, person);
  await merchant.call({
    path: "/v3/pay/transactions/jsapi",
    body: merchant.prepayBody("page_0001", openid, "http://127.0.0.1:9/n"),
  });
});
afterAll(() => bench.sandbox.close());

describe("markup", () => {
  it("escapes everything but what is trusted", () => {
    expect(html`<p title="${'"><b>'}">${["a<", trusted("<i>")]}${null}${1}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;b&gt;">a&lt;<i>1</p>',
    );
  });
});

describe("the page", () => {
  it("shows people, payments and every switch, and runs nothing that a name brings", async () => {
    const reply = await fetch(bench.sandbox.url);
    const text = await reply.text();
    expect(reply.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).toContain("page_0001");
    expect(text).toContain("&lt;img src=x");
    expect(text).not.toContain("<img");
    expect(text).not.toMatch(/(?:src|href)="https?:/);
    const faults = Object.keys((await bench.call("/admin/faults")).json);
    for (const key of faults) expect(text).toContain(`data-fault="${key}"`);
  });

  it("is narrowed to some people", async () => {
    expect(await (await fetch(`${bench.sandbox.url}/?person=nobody`)).text()).not.toContain("page_0001");
  });

  it.skipIf(executablePath === undefined)(
    "pays and switches by its buttons, and fits a phone (left out without Chromium)",
    async () => {
      const browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
        ],
      });
      try {
        const tab = await browser.newPage({ viewport: { width: 390, height: 844 } });
        const complaints: string[] = [];
        tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
        tab.on("pageerror", (error) => complaints.push(String(error)));
        await tab.goto(bench.sandbox.url);
        expect(await tab.evaluate("document.documentElement.scrollWidth")).toBe(390);
        await tab.click("button.pay");
        await tab.locator("#payments .pill.good").waitFor();
        expect((await bench.call("/admin/state")).json).toMatchObject({
          payments: [{ outTradeNo: "page_0001", state: "SUCCESS" }],
        });
        await tab.click("[data-fault=dropNotify]");
        await tab.locator(".switch.changed [data-fault=dropNotify]").waitFor();
        await tab.selectOption("[data-fault=alipayIdentity]", "both");
        await tab.locator(".switch.changed [data-fault=alipayIdentity]").waitFor();
        expect((await bench.call("/admin/faults")).json).toMatchObject({
          dropNotify: true,
          alipayIdentity: "both",
        });
        await tab.click("[data-reset]");
        await tab.locator(".switch.changed").first().waitFor({ state: "detached" });
        expect((await bench.call("/admin/faults")).json).toMatchObject({
          dropNotify: false,
          alipayIdentity: "open_id",
        });
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    60_000,
  );
});
