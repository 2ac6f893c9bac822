import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { demoShops } from "../demo/menu.ts";
import { draw, pictures } from "./draw/pictures.ts";

const art = new URL("./", import.meta.url);
const inFolder = (folder: string) =>
  readdirSync(new URL(folder, art))
    .filter((file) => file.endsWith(".svg"))
    .map((file) => `${folder}${file}`);
const files = [...["dishes/", "shops/", "covers/", "empty/"].flatMap(inFolder), "logo.svg"];
const read = (file: string) => readFileSync(new URL(file, art), "utf8");
const has = (file: string) => existsSync(new URL(file, art));

describe("the drawings", () => {
  it("show every dish, every shop and every empty state", () => {
    const wanted = [
      ...demoShops.flatMap((shop) => shop.dishes.map((dish) => `dishes/${dish.art}.svg`)),
      ...demoShops.flatMap((shop) => [`shops/${shop.key}.svg`, `covers/${shop.key}.svg`]),
      ...["no-orders", "no-messages", "no-shops", "offline", "error", "done", "search"].map(
        (state) => `empty/${state}.svg`,
      ),
      "logo.svg",
    ];
    expect(wanted.filter((file) => !has(file))).toEqual([]);
  });

  it("are what the generator draws, and nothing else lies there", () => {
    const stale = pictures.filter((picture) => !has(picture.file) || read(picture.file) !== draw(picture));
    expect(stale.map(({ file }) => file)).toEqual([]);
    expect([...files].sort()).toEqual(pictures.map(({ file }) => file).sort());
  });

  it("show at least sixty different dishes", () => {
    const bodies = inFolder("dishes/").map((file) => read(file).replaceAll(file.slice(7, -4), ""));
    expect(new Set(bodies).size).toBeGreaterThanOrEqual(60);
  });

  it("stay small and carry no words, fonts, pictures or outside addresses", () => {
    for (const file of files) {
      expect(statSync(new URL(file, art)).size, file).toBeLessThan(12 * 1024);
      expect(read(file), file).not.toMatch(/<(text|image|style|script|foreignObject|filter)\b/);
      expect(read(file).replace('xmlns="http://www.w3.org/2000/svg"', ""), file).not.toMatch(
        /https?:|data:|NaN|undefined/,
      );
    }
  });

  it("may be inlined together: no id occurs twice, and every reference has its target", () => {
    const seen = new Map<string, string>();
    for (const file of files) {
      const markup = read(file);
      const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
      for (const id of ids) {
        expect(seen.get(id), `${id} in ${file}`).toBeUndefined();
        seen.set(id, file);
      }
      const used = [...markup.matchAll(/(?:url\(|href=")#([^")]+)/g)].map(([, id = ""]) => id);
      expect(
        used.filter((id) => !ids.includes(id)),
        file,
      ).toEqual([]);
    }
  });
});
