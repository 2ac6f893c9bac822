/**
 * Draws the PNG files that the native tab bar and the states need from the vector sources beside this file.
 * Run by hand after changing one: `node art/draw.mts` (needs Chromium; CHROMIUM_PATH names another one).
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { drawings } from "./drawings.mts";
import { mapPins } from "./map-pins.mts";
import { tabColours, tabIcons } from "./tab-icons.mts";

const assets = join(import.meta.dirname, "..", "src", "assets");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
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
const page = await browser.newPage({ deviceScaleFactor: 1 });

async function draw(file: string, svg: string, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.setContent(`<body style="margin:0;background:transparent">${svg}</body>`);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, await page.screenshot({ omitBackground: true }));
}

for (const [name, [outline, filled]] of Object.entries(tabIcons)) {
  for (const [host, colour] of Object.entries(tabColours)) {
    const body = (host === "plain" ? outline : filled).replaceAll("fill='C'", `fill='${colour}'`);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="81" height="81" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${body}</svg>`;
    await draw(join(assets, "tab", host === "plain" ? `${name}.png` : `${name}-${host}.png`), svg, 81, 81);
  }
}
for (const [name, body] of Object.entries(drawings)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 200 150">${body}</svg>`;
  await draw(join(assets, "art", `${name}.png`), svg, 400, 300);
}
for (const [name, body] of Object.entries(mapPins)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="72" height="84" viewBox="0 0 72 84">${body}</svg>`;
  await draw(join(assets, "map", `${name}.png`), svg, 72, 84);
}
await browser.close();
