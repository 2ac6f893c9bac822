import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { withTrace } from "@sanqi/observability";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { appRouter } from "../routers/index.ts";
import { contextOf, maxBatchSize, maxBodyBytes, report, tokenFrom } from "./calls.ts";
import { busyFor } from "./lean/busy.ts";
import { createLean } from "./lean/lean.ts";
import { leanRoutes } from "./lean/routes.ts";
import { acceptSockets } from "./sockets.ts";
import { createWebApp, type WebParts } from "./web-app.ts";

export type HttpServer = { readonly port: number; close(): Promise<void> };

/** How long calls under way may take when the process is asked to stop. */
const graceMs = 10_000;

/**
 * One server: the calls of a lunch hour take the short way, `/trpc` goes straight to tRPC's own Node handler (Express in
 * between costs 0.2 ms a call), everything else to Express, and WebSockets on `/trpc` to the same router.
 */
export async function startServer(
  parts: WebParts,
  at: { port: number; listen: string; publicUrl: string },
): Promise<HttpServer> {
  const { transport } = parts;
  const web = createWebApp(parts, at.publicUrl);
  const api = createHTTPHandler({
    router: appRouter,
    basePath: "/trpc/",
    maxBodySize: maxBodyBytes,
    maxBatchSize,
    createContext: ({ req, res }) => contextOf(parts, req, { token: tokenFrom(req, at.publicUrl), res }),
    onError: ({ error, path, ctx }) => report(transport, error, path, ctx?.traceId),
    responseMeta({ errors }) {
      const [seconds] = errors.flatMap((error) => busyFor(error) ?? []);
      return seconds === undefined ? {} : { headers: new Headers({ "retry-after": String(seconds) }) };
    },
  });
  const lean = createLean(parts, at.publicUrl, leanRoutes);
  const server = createServer((req, res) => {
    const pathname = pathOf(req);
    const isApi = pathname.startsWith("/trpc/");
    const short = isApi ? null : lean.routeOf(req.method, pathname);
    if (!isApi && !short) return web(req, res);
    const traceId = transport.traceOf(req);
    res.setHeader("x-trace-id", traceId);
    crossOrigin(req, res);
    if (req.method === "OPTIONS") return void res.writeHead(204).end();
    return withTrace(traceId, () => (short ? lean.serve(short, req, res) : api(req, res)));
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
      // What is under way may finish: a webhook or an order must not be cut off by every deploy.
      const gone = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), graceMs);
      await gone;
      clearTimeout(impatient);
    },
  };
}

/** Without its query. */
function pathOf({ url = "" }: IncomingMessage): string {
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}

/** Mini-program tools and other origins may call with a bearer token. */
function crossOrigin(req: IncomingMessage, res: ServerResponse): void {
  if (!req.headers.origin) return;
  res.setHeader("access-control-allow-origin", "*");
  res.setHeader("access-control-allow-headers", "authorization, content-type, traceparent");
  res.setHeader("access-control-max-age", "600");
}
