import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { withTrace } from "@sanqi/observability";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { type WebSocket as Socket, WebSocketServer } from "ws";
import type { App } from "../app.ts";
import { appRouter } from "../routers/index.ts";
import { type Context, cookieSetter, tokenOf } from "../rpc/context.ts";
import type { Transport } from "./transport.ts";
import { createWebApp, type WebParts } from "./web-app.ts";

export type HttpServer = { readonly port: number; close(): Promise<void> };

/** Larger than any cart; the API takes no files. */
const maxBodyBytes = 64 * 1024;
/** A screen asks for a handful of things at once; one request must not become hundreds of calls. */
const maxBatchSize = 30;

/**
 * One server: `/trpc` goes straight to tRPC's own Node handler (Express in between costs 0.2 ms a call), everything else
 * to Express, and WebSockets on `/trpc` to the same router.
 */
export async function startServer(
  parts: WebParts,
  at: { port: number; listen: string; publicUrl: string },
): Promise<HttpServer> {
  const { app, transport, production } = parts;
  const web = createWebApp(parts);
  const api = createHTTPHandler({
    router: appRouter,
    basePath: "/trpc/",
    maxBodySize: maxBodyBytes,
    maxBatchSize,
    createContext: ({ req, res }) => contextOf(app, transport, req, { token: tokenOf(req), res, production }),
    onError: ({ error, path, ctx }) => report(transport, error, path, ctx?.traceId),
  });
  const server = createServer((req, res) => {
    if (!req.url?.startsWith("/trpc/")) return web(req, res);
    const traceId = transport.traceOf(req);
    res.setHeader("x-trace-id", traceId);
    crossOrigin(req, res);
    if (req.method === "OPTIONS") return void res.writeHead(204).end();
    return withTrace(traceId, () => api(req, res));
  });
  const sockets = acceptSockets(server, parts, at.publicUrl);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.listen, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Mini-program tools and other origins may call with a bearer token; the console's cookie is never accepted across origins. */
function crossOrigin(req: IncomingMessage, res: ServerResponse): void {
  if (!req.headers.origin) return;
  res.setHeader("access-control-allow-origin", "*");
  res.setHeader("access-control-allow-headers", "authorization, content-type, traceparent");
  res.setHeader("access-control-max-age", "600");
}

async function contextOf(
  app: App,
  transport: Transport,
  req: IncomingMessage,
  from: { token: string | null; res: ServerResponse | null; production: boolean },
): Promise<Context> {
  const found = from.token ? await app.identity.session(from.token) : null;
  const traceId = transport.traceOf(req);
  return {
    app,
    traceId,
    session: found?.ok ? found.value : null,
    address: req.socket.remoteAddress ?? "",
    observe(path, outcome, seconds) {
      transport.metrics.calls.observe({ path, outcome }, seconds);
      // Never the input: it holds log-in codes, pick-up codes and phone numbers.
      transport.log.debug("call", { path, outcome, ms: Math.round(seconds * 1000), traceId });
    },
    setConsoleCookie: from.res ? cookieSetter(from.res, from.production) : () => {},
  };
}

function report(
  transport: Transport,
  error: { code: string; cause?: unknown; message: string },
  path: string | undefined,
  traceId: string | undefined,
): void {
  if (error.code !== "INTERNAL_SERVER_ERROR") return;
  transport.log.error("call failed", { path, traceId, error: error.cause ?? error.message });
}

function acceptSockets(server: Server, parts: WebParts, publicUrl: string): { close(): void } {
  const { app, transport } = parts;
  const wss = new WebSocketServer({ noServer: true, maxPayload: maxBodyBytes });
  server.on("upgrade", (req, socket, head) => {
    if (!req.url?.startsWith("/trpc")) return socket.destroy();
    wss.handleUpgrade(req, socket, head, (ws) => wss.emit("connection", ws, req));
  });
  wss.on("connection", (ws) => {
    transport.metrics.sockets.inc();
    ws.once("close", () => transport.metrics.sockets.dec());
    ws.on("error", () => ws.terminate());
  });
  const handler = applyWSSHandler({
    wss,
    router: appRouter,
    keepAlive: { enabled: true, pingMs: 20_000, pongWaitMs: 10_000 },
    createContext: async ({ req, res: ws, info }) => {
      const token = info.connectionParams?.token ?? ownOriginToken(req, publicUrl);
      const context = await contextOf(app, transport, req, {
        token,
        res: null,
        production: parts.production,
      });
      if (token && context.session) endWithSession(app, ws, token);
      return context;
    },
    onError: ({ error, path, ctx }) => report(transport, error, path, ctx?.traceId),
  });
  return {
    close() {
      handler.broadcastReconnectNotification();
      for (const ws of wss.clients) ws.terminate();
      wss.close();
    },
  };
}

/** How soon a revoked role or a log-out elsewhere ends what an open socket still sees. */
const recheckMs = 10_000;

/** A subscription outlives the call that opened it, so the session is looked at again and again. */
function endWithSession(app: App, ws: Socket, token: string): void {
  const first = app.identity.session(token);
  const timer = setInterval(async () => {
    const [before, now] = await Promise.all([first, app.identity.session(token).catch(() => null)]);
    // A database that does not answer proves nothing against the session.
    if (now === null || !before.ok) return;
    if (!now.ok || JSON.stringify(now.value.roles) !== JSON.stringify(before.value.roles))
      ws.close(4001, "session changed");
  }, recheckMs);
  timer.unref();
  ws.once("close", () => clearInterval(timer));
}

/** A browser sends cookies with sockets of any page: the console's cookie counts only from our own pages. */
function ownOriginToken(req: IncomingMessage, publicUrl: string): string | null {
  const { origin, host } = req.headers;
  if (!origin) return null;
  const own = origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === host);
  return own ? tokenOf(req) : null;
}
