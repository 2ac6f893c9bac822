import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "@sanqi/kernel";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { adminRoutes } from "./admin/routes.ts";
import { gateway } from "./alipay/gateway.ts";
import { registerAlipayNotices } from "./alipay/notification.ts";
import { alipayBillRoutes } from "./bills/alipay-bill.ts";
import { createFileDesk } from "./bills/file-desk.ts";
import type { SandboxCredentials } from "./credentials.ts";
import { deviceRoutes } from "./device/routes.ts";
import { dingtalkApiRoutes } from "./dingtalk/api-routes.ts";
import { registerEventPushes } from "./dingtalk/event-push.ts";
import { dingtalkOapiRoutes } from "./dingtalk/oapi-routes.ts";
import { answering, jsonAnswer, send } from "./http/exchange.ts";
import { createNotifier } from "./notification/notifier.ts";
import { pageRoutes } from "./page/routes.ts";
import { createCodeDesk } from "./people/codes.ts";
import { createTokenDesk } from "./people/tokens.ts";
import { parseKeys } from "./signing.ts";
import { createSaver, loadState } from "./state/data-file.ts";
import { createState } from "./state/state.ts";
import { wechatRoutes } from "./wechat/routes.ts";
import { registerWechatPayNotices } from "./wechat-pay/notification.ts";
import { resumeSettlements } from "./wechat-pay/refund-settlement.ts";
import { wechatPayRoutes } from "./wechat-pay/routes.ts";
import type { World } from "./world.ts";

export type SandboxOptions = {
  readonly credentials: SandboxCredentials;
  /** 0 takes a free port. */
  readonly port?: number;
  readonly host?: string;
  /** Payments, messages, grants and switches are kept here over a restart; without it they end with the sandbox. */
  readonly dataFile?: string;
  readonly clock?: Clock;
  /** Multiplies the waiting times of notification retries: 0.001 turns 15 s into 15 ms. */
  readonly notifyScale?: number;
  /** Gets one line per failed notification and per request. Off by default. */
  readonly log?: (line: string) => void;
};

export type Sandbox = { readonly url: string; readonly port: number; close(): Promise<void> };

function appOf(world: World, log: SandboxOptions["log"]): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", "simple");
  if (log !== undefined) {
    app.use((req, res, next) => {
      res.on("finish", () => log(`${req.method} ${req.originalUrl.split("?")[0]} ${res.statusCode}`));
      next();
    });
  }
  app.use(express.raw({ type: () => true, limit: "1mb", inflate: false }));
  app.use("/device", deviceRoutes(world));
  app.use("/admin", adminRoutes(world));
  app.use(pageRoutes(world));
  const wechatPay = wechatPayRoutes(world);
  const dingtalkApi = dingtalkApiRoutes(world);
  // Below are the platforms: they may be slow.
  app.use((_req, _res, next) => {
    const { slowMs } = world.state.faults;
    if (slowMs > 0) setTimeout(next, slowMs);
    else next();
  });
  app.use("/wechat", wechatRoutes(world));
  app.use("/wechatpay", wechatPay);
  app.post(
    "/alipay/gateway.do",
    answering((req) => gateway(world, req)),
  );
  app.use("/alipay/bill", alipayBillRoutes(world));
  app.use("/dingtalk-oapi", dingtalkOapiRoutes(world));
  app.use("/dingtalk-api", dingtalkApi);
  // Clients that can be given a host but no path prefix find these two APIs where the real hosts have them.
  app.use(dingtalkApi);
  app.use(wechatPay);
  app.use(answering(() => jsonAnswer(404, { error: "notFound" })));
  app.use((cause: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(cause);
    const status =
      cause instanceof Error && "status" in cause && typeof cause.status === "number" ? cause.status : 500;
    if (status === 500) world.log(`error: ${cause instanceof Error ? cause.stack : String(cause)}`);
    send(
      res,
      jsonAnswer(status, {
        error: status === 413 ? "bodyTooLarge" : status < 500 ? "badRequest" : "sandboxBug",
      }),
    );
  });
  return app;
}

/** Starts all three platforms and the phone on one port; see README.md for the paths. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock: Clock = options.clock ?? { now: () => Date.now() };
  const log = options.log ?? (() => {});
  const state = options.dataFile === undefined ? createState() : loadState(options.dataFile);
  const saver =
    options.dataFile === undefined
      ? null
      : createSaver(options.dataFile, state, (cause) => log(`data file: ${String(cause)}`));
  const touch = () => saver?.touch();
  const timers = new Set<NodeJS.Timeout>();
  const world: World = {
    clock,
    secrets: options.credentials.sandbox,
    keys: parseKeys(options.credentials.sandbox),
    state,
    codes: createCodeDesk(clock),
    tokens: createTokenDesk(clock),
    billFiles: createFileDesk(clock),
    notifier: createNotifier({ state, clock, scale: options.notifyScale ?? 1, touch, log }),
    touch,
    later(ms, job) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        job();
      }, ms);
      timers.add(timer);
    },
    log,
  };
  registerWechatPayNotices(world);
  registerAlipayNotices(world);
  registerEventPushes(world);
  const server = createServer(appOf(world, options.log));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, options.host ?? "127.0.0.1", resolve);
  });
  resumeSettlements(world);
  world.notifier.resume();
  const { port } = server.address() as AddressInfo;
  const host = options.host ?? "127.0.0.1";
  return {
    url: `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`,
    port,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([stopped, world.notifier.close()]);
      await saver?.close();
    },
  };
}
