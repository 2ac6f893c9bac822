import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

type AppJson = { pages: string[]; subPackages?: { root: string; pages: string[] }[] };

/** Files of a compiled mini-program, by paths from its root without an extension. */
export type PackageLoader = {
  /** Every page, "pages/order/shop/index". */
  readonly pages: readonly string[];
  readonly tabs: readonly string[];
  /** Runs a script once and gives its exports. */
  require(file: string): unknown;
  read(file: string): string;
};

/** Pages and tabs of an app.json; Alipay and DingTalk call the tab list `items`. */
function pagesOf(
  json: AppJson & { tabBar?: { list?: { pagePath: string }[]; items?: { pagePath: string }[] } },
) {
  const subs = (json.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  const tabs = json.tabBar?.list ?? json.tabBar?.items ?? [];
  return { pages: [...json.pages, ...subs], tabs: tabs.map((tab) => tab.pagePath) };
}

/**
 * Loads scripts as a host does: each once, `require` by relative path only, and never into a sub-package from outside
 * of it, because that may not be on the phone yet.
 */
export function createPackageLoader(root: string, context: vm.Context): PackageLoader {
  const read = (file: string) => readFileSync(path.join(root, file), "utf8");
  const json = JSON.parse(read("app.json")) as AppJson;
  const roots = (json.subPackages ?? []).map((sub) => `${sub.root.replace(/\/$/, "")}/`);
  const homeOf = (file: string) => roots.find((sub) => file.startsWith(sub)) ?? "";
  const loaded = new Map<string, { exports: unknown }>();

  function load(file: string): unknown {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const script = new vm.Script(`(function (require, module, exports) {${read(`${file}.js`)}\n})`, {
      filename: path.join(root, `${file}.js`),
    });
    const run = script.runInContext(context) as (require: unknown, module: unknown, exports: unknown) => void;
    run((wanted: string) => load(resolve(file, wanted)), module, module.exports);
    return module.exports;
  }

  function resolve(from: string, wanted: string): string {
    const file = path.posix.join(path.posix.dirname(from), wanted).replace(/\.js$/, "");
    if (!wanted.startsWith("."))
      throw new Error(`${from} requires "${wanted}", which is not a relative path`);
    const home = homeOf(file);
    if (home !== "" && home !== homeOf(from))
      throw new Error(`${from} requires ${file} of the sub-package ${home}, which may not be loaded yet`);
    return file;
  }

  return { ...pagesOf(json), require: load, read };
}
