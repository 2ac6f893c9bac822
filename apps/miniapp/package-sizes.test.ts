import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { h5Sizes, isBuilt, miniSizes } from "./package-sizes.ts";

let dist = "";
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
};

describe("what a build weighs", () => {
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), "sanqi-sizes-"));
  });
  afterEach(() => rmSync(dist, { recursive: true }));

  it("counts a sub-package apart from the main package", () => {
    const app = JSON.stringify({ pages: [], subPackages: [{ root: "pages/order" }] });
    put("app.json", app);
    put("pages/home/index.js", "12345");
    put("pages/order/shop/index.js", "123");
    put("pages/orders/index.js", "12");
    const sizes = miniSizes(dist);
    expect(sizes.subPackages).toEqual({ "pages/order/": 3 });
    expect(sizes.mainBytes).toBe(app.length + 7);
    expect(sizes.totalBytes).toBe(app.length + 10);
    expect(isBuilt(dist, "weapp")).toBe(true);
    expect(isBuilt(dist, "h5")).toBe(false);
  });

  it("counts only the scripts that H5 asks for at first", () => {
    put("index.html", '<script defer="defer" src="./js/app.js"></script><link href="./a.css">');
    put("js/app.js", "let a = 1;");
    put("js/later.js", "let b = 2;");
    expect(h5Sizes(dist).firstJsGzipBytes).toBe(gzipSync("let a = 1;", { level: 9 }).length);
  });
});
