import { readFileSync } from "node:fs";
import path from "node:path";
import { type ApiLog, audited, createApiLog, foreignTo, type Namespace } from "./api-audit.ts";
import { type AppContext, createAppContext } from "./app-context.ts";
import { alipayApi } from "./hosts/alipay.ts";
import { dingtalkApi, engineLeftovers } from "./hosts/dingtalk.ts";
import { wechatApi } from "./hosts/weapp.ts";
import { createPackageLoader, type PackageLoader } from "./package-loader.ts";
import { live, type PageConfig } from "./page-instance.ts";
import { createPageStack, type PageStack } from "./page-stack.ts";
import type { Phone } from "./phone.ts";
import { readTemplates, type Templates } from "./templates.ts";

type AppObject = Record<string, unknown> & { onLaunch?: unknown; onShow?: unknown; onHide?: unknown };

/** A compiled mini-program that runs. */
export type MiniProgram = {
  readonly phone: Phone;
  readonly stack: PageStack;
  readonly templates: Templates;
  /** Every page of the build. */
  readonly pages: readonly string[];
  readonly log: ApiLog;
  /** Errors that a host would have logged; empty in a sound run. */
  readonly faults: readonly string[];
  /** Runs a handler of the app; what it throws becomes a fault. */
  guard: AppContext["guard"];
  /** The person leaves to another app, and comes back. */
  hide(): void;
  show(): void;
  /** Ends the program; the phone and its storage live on. */
  close(): void;
};

const markup = { weapp: "base.wxml", alipay: "base.axml", dd: "base.axml" } as const;

function namespaces(
  phone: Phone,
  stack: PageStack,
  guard: AppContext["guard"],
): Partial<Record<Namespace, Record<string, unknown>>> {
  if (phone.host === "weapp") return { wx: wechatApi(phone, stack, guard) };
  if (phone.host === "alipay") return { my: alipayApi(phone, stack, guard) };
  return { dd: dingtalkApi(phone, stack, guard), my: engineLeftovers(phone, guard) };
}

/**
 * Starts the build in `dist` on a phone, as its host does: app script, onLaunch, onShow, then the page.
 * @param address page with query, "pages/track/order/index?orderId=…"; the first page when left out
 */
export function startMiniProgram(dist: string, phone: Phone, address?: string): MiniProgram {
  const log = createApiLog();
  let app: AppObject = {};
  let stack!: PageStack;
  const globals: PropertyDescriptorMap = {};
  const define = (name: string, value: unknown) => {
    globals[name] = { value, configurable: true, writable: true, enumerable: true };
  };
  define("App", (given: AppObject) => {
    app = given;
  });
  define("Page", (given: PageConfig) => stack.register(given));
  // Taro's only component draws nodes from depth 15 on, out of the same data
  define("Component", () => undefined);
  define("Behavior", (given: unknown) => given);
  define("getApp", () => app);
  define("getCurrentPages", () => [...stack.pages]);
  if (phone.host !== "weapp") define("navigator", { swuserAgent: "SanqiHarness/1.0" });
  const namesOfHosts = ["wx", "my", "dd"] as const;
  const absent = Object.fromEntries(namesOfHosts.map((name) => [name, foreignTo(name, log)]));

  const context = createAppContext(globals, absent);
  const loader: PackageLoader = createPackageLoader(dist, context.vm);
  stack = createPageStack(loader, context.guard);
  for (const [name, api] of Object.entries(namespaces(phone, stack, context.guard))) {
    const value = audited(name as Namespace, api, log);
    Object.defineProperty(context.vm, name, { value, configurable: true, writable: true, enumerable: true });
  }

  const life = (step: "onLaunch" | "onShow" | "onHide", ...given: unknown[]) =>
    context.guard(`app ${step}`, () => {
      const handler = app[step];
      if (typeof handler === "function") handler.apply(app, given);
    });
  const first = address ?? loader.pages[0] ?? "";
  const [start = "", search = ""] = first.split("?");
  const launch = { path: start, query: Object.fromEntries(new URLSearchParams(search)), scene: 1001 };
  loader.require("app");
  if (phone.host === "weapp") loader.require("comp");
  life("onLaunch", launch);
  life("onShow", launch);
  if (loader.tabs.includes(start)) stack.move("switchTab", `/${first}`);
  else stack.move("reLaunch", `/${first}`);

  return {
    phone,
    stack,
    templates: readTemplates(readFileSync(path.join(dist, markup[phone.host]), "utf8")),
    pages: loader.pages,
    log,
    faults: context.faults,
    guard: context.guard,
    hide() {
      context.guard("page onHide", () => live(stack.front(), "onHide"));
      life("onHide");
    },
    show() {
      life("onShow", launch);
      context.guard("page onShow", () => live(stack.front(), "onShow"));
    },
    close() {
      context.stop();
      phone.network.close();
    },
  };
}
