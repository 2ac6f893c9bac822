import { timingSafeEqual } from "node:crypto";
import { existsSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { isId } from "@sanqi/kernel";
import express, { type ErrorRequestHandler, type Express } from "express";
import helmet from "helmet";
import type { App } from "../app.ts";
import { paymentNotifications } from "../callbacks/payment-notifications.ts";
import { isLocal } from "./address.ts";
import type { ClientConfig } from "./client-config.ts";
import { pictures } from "./pictures.ts";
import { sendProblem, webProblems } from "./problems.ts";
import type { Transport } from "./transport.ts";

export type WebParts = {
  readonly app: App;
  readonly transport: Transport;
  readonly clientConfig: ClientConfig;
  /** Answers whether the process can serve: database reachable, schema present. */
  readonly ready: () => Promise<boolean>;
  /** Brings those figures up to date that nobody writes as they happen. */
  readonly measure: () => Promise<void>;
  readonly production: boolean;
  readonly trustedProxies: ReadonlySet<string>;
  readonly metricsToken: string | null;
};

const repository = path.resolve(import.meta.dirname, "../../../..");

/** Everything but the API: pages, drawings, maps, webhooks, health. */
export function createWebApp(parts: WebParts, publicUrl: string): Express {
  const { app, transport, clientConfig, ready, measure, production, metricsToken } = parts;
  const web = express();
  web.disable("x-powered-by");
  web.set("query parser", "simple");
  web.use((req, res, next) => {
    res.set("x-trace-id", transport.traceOf(req));
    next();
  });
  web.use(securityHeaders(clientConfig, production));
  web.use(paymentNotifications(app, transport));
  web.use(pictures(parts, publicUrl));

  web.get("/healthz", (_req, res) => {
    res.json({ alive: true });
  });
  web.get("/readyz", async (_req, res) => {
    const isReady = await ready().catch(() => false);
    res.status(isReady ? 200 : 503).json({ ready: isReady });
  });
  web.get("/metrics", async (req, res) => {
    if (!mayMeasure(req, metricsToken)) return sendProblem(transport, { req, res }, webProblems.notFound);
    // Whoever watches must go on seeing the rest while the database is away.
    await measure().catch(() => undefined);
    res.type(transport.metrics.registry.contentType).send(await transport.metrics.registry.metrics());
  });
  web.get("/client-config.json", (_req, res) => {
    res.set("cache-control", "no-cache").json(clientConfig);
  });
  web.get("/campus/:campusId/map.geojson", async (req, res) => {
    const { campusId } = req.params;
    const map = isId("campus", campusId) ? await app.campus.mapGeojson(campusId) : null;
    if (!map) {
      sendProblem(transport, { req, res }, webProblems.campusNotFound);
      return;
    }
    // Mini-programs and other origins read the map, too: it is public.
    res.set({
      etag: `"${map.version}"`,
      "cache-control": "public, max-age=300",
      "access-control-allow-origin": "*",
    });
    res.type("application/geo+json").send(map.text);
  });
  const drawings = {
    maxAge: "1h",
    fallthrough: false,
    setHeaders: (res: express.Response) => res.set("access-control-allow-origin", "*"),
  };
  // The folder also holds the programs that draw the drawings.
  web.get(/^\/art\/.*\.ts$/, (req, res) => sendProblem(transport, { req, res }, webProblems.notFound));
  web.use("/art", express.static(path.join(repository, "apps/bff/art"), drawings));
  for (const [mount, folder] of [
    ["/h5", "apps/miniapp/dist/h5"],
    ["/console", "apps/console/dist"],
  ] as const) {
    const root = path.join(repository, folder);
    web.use(mount, express.static(root, { index: "index.html", setHeaders: cacheHeaders }));
    // Pages of a single-page application have addresses of their own, but only one file.
    web.get([mount, `${mount}/*page`], (_req, res, next) => {
      const index = path.join(root, "index.html");
      if (existsSync(index)) res.set("cache-control", "no-cache").sendFile(index);
      else next();
    });
  }
  web.get("/", (_req, res) => {
    res.redirect("/h5/");
  });
  web.use((req, res) => {
    sendProblem(transport, { req, res }, webProblems.notFound);
  });
  web.use(failed(transport));
  return web;
}

/** Files with a digest in their names never change; pages are asked for anew. */
function cacheHeaders(res: express.Response, file: string): void {
  res.set(
    "cache-control",
    /[.-][0-9A-Za-z_-]{8,}\.(js|css|svg|png|woff2)$/.test(file)
      ? "public, max-age=31536000, immutable"
      : "no-cache",
  );
}

function securityHeaders(clientConfig: ClientConfig, production: boolean) {
  const sandbox = clientConfig.sandboxUrl ? [clientConfig.sandboxUrl] : [];
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Component libraries place styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        connectSrc: ["'self'", "ws:", "wss:", ...sandbox],
        // The map draws in a worker that it makes from a blob.
        workerSrc: ["'self'", "blob:"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: production ? [] : null,
      },
    },
    strictTransportSecurity: production,
  });
}

/** The last resort: nothing of the error leaves the process but a code and the trace id under which the log holds the rest. */
function failed(transport: Transport): ErrorRequestHandler {
  return (error: { status?: number; statusCode?: number; type?: string }, req, res, _next) => {
    const status = error.status ?? error.statusCode ?? 500;
    if (status >= 500)
      transport.log.error("request failed", { traceId: transport.traceOf(req), path: req.path, error });
    const { bodyTooLarge, notFound, requestInvalid, internal } = webProblems;
    const problem =
      status === 413
        ? bodyTooLarge
        : status === 404
          ? notFound
          : status < 500
            ? { ...requestInvalid, status }
            : internal;
    sendProblem(transport, { req, res }, problem);
  };
}

/** How many orders a campus makes is nobody's business: figures are for this machine, or for who has the token. */
function mayMeasure(req: IncomingMessage, token: string | null): boolean {
  if (isLocal(req)) return true;
  const given = Buffer.from(req.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return token !== null && given.length === wanted.length && timingSafeEqual(given, wanted);
}
