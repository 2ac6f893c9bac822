import { applyDelta, type Json } from "./set-data.ts";
import type { RawNode } from "./tree.ts";

export type Query = Record<string, string>;
export type PageConfig = { data?: Record<string, unknown> } & Record<string, unknown>;
export type PageEvent = Record<string, unknown>;

/** A page as the host keeps it: the app's object with data, route and setData. */
export type PageInstance = PageConfig & {
  data: { root?: { cn: RawNode[] } } & Record<string, Json>;
  readonly route: string;
  readonly options: Query;
  setData(delta: Record<string, unknown>, done?: () => void): void;
  eh(event: PageEvent): unknown;
};

type Life = "onLoad" | "onShow" | "onReady" | "onHide" | "onUnload" | "onPullDownRefresh" | "onTabItemTap";

/** Calls a step of the page's life, when the page has it. */
export const live = (page: PageInstance, step: Life, ...given: unknown[]): unknown => {
  const handler = page[step];
  return typeof handler === "function" ? handler.apply(page, given) : undefined;
};

/** Makes one instance of what a script gave to `Page`. The view answers a setData a turn later, as a real one does. */
export function createPageInstance(
  config: PageConfig,
  where: { route: string; query: Query },
  guard: (what: string, run: () => void) => void,
): PageInstance {
  const page = Object.assign(Object.create(null), config, {
    data: JSON.parse(JSON.stringify(config.data ?? {})),
    route: where.route,
    options: where.query,
    setData(delta: Record<string, unknown>, done?: () => void) {
      guard("setData", () => applyDelta(page.data, delta));
      setImmediate(() => guard("setData callback", () => done?.call(page)));
    },
  }) as PageInstance;
  return page;
}
