import { createRequire } from "node:module";
import vm from "node:vm";

type Rendered = { tag?: string; children?: (Rendered | string)[]; attr?: Record<string, unknown> } | string;

/** Draws a page as WeChat's own compiler has it: page path and data to the texts and tags that come out. */
export type WxmlRenderer = {
  render(page: string, data: object): { texts: string[]; tags: Map<string, number> };
};

/**
 * Compiles all WXML of a build with WeChat's compiler `wcc` (closed binaries in the package miniprogram-compiler).
 * @returns null when the binary does not run on this machine
 * @throws when it refuses the WXML
 */
export function compileWxml(dist: string): WxmlRenderer | null {
  const { wxmlToJs } = createRequire(import.meta.url)("miniprogram-compiler") as {
    wxmlToJs(root: string, options: { maxBuffer: number }): string;
  };
  let script: string;
  try {
    script = wxmlToJs(dist, { maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    // only what cannot be started has a code; a refusal of the compiler is words
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
  const context = vm.createContext({ console: { log() {}, warn() {}, error() {} } });
  vm.runInContext("globalThis.window = globalThis", context);
  const compiled = vm.runInContext(`(function (global) {${script}})`, context) as (global: object) => unknown;
  const find = compiled({}) as (page: string) => (data: object) => Rendered;
  return {
    render(page, data) {
      const texts: string[] = [];
      const tags = new Map<string, number>();
      const visit = (node: Rendered) => {
        if (typeof node === "string") {
          if (node.trim() !== "") texts.push(node);
          return;
        }
        if (node.tag) tags.set(node.tag, (tags.get(node.tag) ?? 0) + 1);
        // from depth 15 on Taro's own component goes on with the same node
        if (node.tag === "wx-comp") visit(find("comp.wxml")({ i: node.attr?.i, l: node.attr?.l }));
        node.children?.forEach(visit);
      };
      visit(find(`${page}.wxml`)(data));
      return { texts, tags };
    },
  };
}
