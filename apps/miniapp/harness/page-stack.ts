import type { PackageLoader } from "./package-loader.ts";
import { createPageInstance, live, type PageConfig, type PageInstance, type Query } from "./page-instance.ts";

/** What a host answers to a move that it does not make. */
export class MoveRefused extends Error {}

export type Move = "navigateTo" | "redirectTo" | "switchTab" | "reLaunch";

export type PageStack = {
  /** Bottom to top; the last one is in front. */
  readonly pages: readonly PageInstance[];
  front(): PageInstance;
  /** @throws MoveRefused with the host's reason. */
  move(kind: Move, url: string): void;
  back(delta?: number): void;
  /** The script of a page hands its object over while it runs. */
  register(config: PageConfig): void;
};

const deepest = 10;

function parse(url: string, from: string | undefined): { route: string; query: Query } {
  const [given = "", search = ""] = url.split("?");
  const here = `/${from ?? ""}`.replace(/[^/]*$/, "");
  const route = new URL(given, `http://app${here}`).pathname.slice(1);
  const pairs = search.split("&").filter(Boolean);
  const query = pairs.map((pair): [string, string] => {
    const [name = "", ...value] = pair.split("=");
    return [name, value.join("=")];
  });
  return { route, query: Object.fromEntries(query) };
}

/**
 * The stack of pages with the rules that the three hosts share: ten deep, tabs live on while another is in front and
 * are only reached by switchTab or reLaunch.
 */
export function createPageStack(
  loader: PackageLoader,
  guard: (what: string, run: () => void) => void,
): PageStack {
  let stack: PageInstance[] = [];
  const tabs = new Map<string, PageInstance>();
  const configs = new Map<string, PageConfig>();
  let registering = "";

  const step = (
    page: PageInstance,
    ...[what, ...given]: Parameters<typeof live> extends [unknown, ...infer R] ? R : never
  ) => guard(`${page.route} ${what}`, () => live(page, what, ...given));

  function make(route: string, query: Query): PageInstance {
    if (!configs.has(route)) {
      registering = route;
      loader.require(route);
      registering = "";
    }
    const config = configs.get(route);
    if (!config) throw new Error(`${route} did not call Page()`);
    const page = createPageInstance(config, { route, query }, guard);
    step(page, "onLoad", query);
    return page;
  }

  function show(page: PageInstance, fresh: boolean): void {
    step(page, "onShow");
    if (fresh) setImmediate(() => step(page, "onReady"));
  }

  function unload(pages: readonly PageInstance[]): void {
    for (const page of [...pages].reverse()) {
      tabs.delete(page.route);
      step(page, "onUnload");
    }
  }

  function toTab(route: string, query: Query): void {
    const front = stack.at(-1);
    const known = tabs.get(route);
    if (front && front === known) return;
    const isTab = (page: PageInstance) => tabs.get(page.route) === page;
    if (front && isTab(front)) step(front, "onHide");
    unload(stack.filter((page) => !isTab(page)));
    const page = known ?? make(route, query);
    tabs.set(route, page);
    stack = [page];
    show(page, !known);
  }

  return {
    get pages() {
      return stack;
    },
    front() {
      const page = stack.at(-1);
      if (!page) throw new Error("no page is open");
      return page;
    },
    register(config) {
      configs.set(registering, config);
    },
    move(kind, url) {
      const front = stack.at(-1);
      const { route, query } = parse(url, front?.route);
      if (!loader.pages.includes(route)) throw new MoveRefused(`page "${route}" is not found`);
      const isTab = loader.tabs.includes(route);
      if (kind === "switchTab") {
        if (!isTab) throw new MoveRefused("can not switch to no-tabBar page");
        toTab(route, {});
        return;
      }
      if (isTab && kind !== "reLaunch") throw new MoveRefused("can not navigateTo a tabbar page");
      if (kind === "navigateTo") {
        if (stack.length >= deepest) throw new MoveRefused("webview count limit exceed");
        if (front) step(front, "onHide");
      } else if (kind === "redirectTo") {
        unload(stack.splice(-1));
      } else {
        unload([...new Set([...stack, ...tabs.values()])]);
        stack = [];
        if (isTab) {
          toTab(route, query);
          return;
        }
      }
      const page = make(route, query);
      stack = [...stack, page];
      show(page, true);
    },
    back(delta = 1) {
      const keep = Math.max(1, stack.length - Math.max(1, delta));
      if (keep === stack.length) throw new MoveRefused("cannot navigate back at first page.");
      unload(stack.splice(keep));
      const front = stack.at(-1);
      if (front) show(front, false);
    },
  };
}
