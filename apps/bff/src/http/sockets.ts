import type { Server } from "node:http";
import type { Session } from "@sanqi/identity";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { type WebSocket as Socket, WebSocketServer } from "ws";
import type { App } from "../app.ts";
import { appRouter } from "../routers/index.ts";
import { contextOf, maxBatchSize, maxBodyBytes, report, socketToken } from "./calls.ts";
import type { WebParts } from "./web-app.ts";

/** How soon a revoked role or a log-out elsewhere ends what an open socket still sees. */
const recheckMs = 20_000;

/** The same router over WebSockets: live orders, boards and positions. */
export function acceptSockets(server: Server, parts: WebParts, publicUrl: string): { close(): void } {
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
    maxBatchSize,
    keepAlive: { enabled: true, pingMs: 20_000, pongWaitMs: 10_000 },
    createContext: async ({ req, res: ws, info }) => {
      const token = info.connectionParams?.token ?? socketToken(req, publicUrl);
      const context = await contextOf(parts, req, { token, res: null });
      if (token && context.session) endWithSession(app, ws, { token, session: context.session });
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

/** A subscription outlives the call that opened it, so the session is looked at again and again. */
function endWithSession(app: App, ws: Socket, opened: { token: string; session: Session }): void {
  const roles = JSON.stringify(opened.session.roles);
  const timer = setInterval(async () => {
    // A database that does not answer proves nothing against the session.
    const now = await app.identity.session(opened.token).catch(() => null);
    if (now && (!now.ok || JSON.stringify(now.value.roles) !== roles)) ws.close(4001, "session changed");
  }, recheckMs);
  timer.unref();
  ws.once("close", () => clearInterval(timer));
}
