import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Host } from "@sanqi/kernel";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { Stage } from "../stage.ts";

const executables = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const folder = path.resolve(import.meta.dirname, "../../../../../screenshots");

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

/** Debian's Chromium without its own calls to the outside; the map needs WebGL, which runs in software here. */
export function openBrowser(): Promise<Browser> {
  const executablePath = executables.find(existsSync);
  if (!executablePath) throw new Error("no Chromium: ./scripts/test --install-only installs it where it may");
  mkdirSync(folder, { recursive: true });
  const quiet = [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
  ];
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--enable-unsafe-swiftshader", ...quiet] });
}

export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about: exceptions and console errors. */
  readonly complaints: string[];
  picture(name: string): Promise<void>;
};

export type Look = {
  readonly dark?: boolean;
  readonly viewport?: { width: number; height: number };
  readonly still?: boolean;
};

/** A fresh browser profile: nobody is logged in, nothing is stored. */
export async function visitor(browser: Browser, look: Look = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: look.viewport ?? phone,
    deviceScaleFactor: 2,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: look.dark ? "dark" : "light",
    reducedMotion: look.still ? "reduce" : "no-preference",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return {
    page,
    context,
    complaints,
    async picture(name) {
      await page.evaluate(settled);
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
    },
  };
}

/** Runs in the page (as text: server code knows no DOM): waits for its pictures and for motion that ends by itself. */
const settled = `(async () => {
  const pictures = [...document.images].filter((image) => !image.complete);
  await Promise.all(pictures.map((image) => new Promise((done) => { image.onload = done; image.onerror = done; })));
  const ending = document.getAnimations().filter((a) => Number.isFinite(a.effect.getComputedTiming().endTime));
  await Promise.all(ending.map((a) => a.finished.catch(() => {})));
})()`;

/** Opens H5 playing a host for one person; `route` is a page of the mini-program. */
export const openAs = (stage: Stage, page: Page, who: { host: Host; person: string; route?: string }) =>
  page.goto(
    `${stage.url}/h5/?host=${who.host}&person=${who.person}${who.route ? `#/pages/${who.route}` : ""}`,
  );
