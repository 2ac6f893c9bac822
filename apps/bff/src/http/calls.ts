import type { IncomingMessage, ServerResponse } from "node:http";
import { type Context, cookieSetter, tokenOf } from "../rpc/context.ts";
import { addressOf } from "./address.ts";
import type { Transport } from "./transport.ts";
import type { WebParts } from "./web-app.ts";

/** Larger than any cart; the API takes no files. */
export const maxBodyBytes = 64 * 1024;
/** A screen asks for a handful of things at once; one request must not become hundreds of calls. */
export const maxBatchSize = 30;

/** Our own pages may use the console's cookie, no others. */
const isOwn = (origin: string, host: string | undefined, publicUrl: string): boolean =>
  origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === host);

/**
 * The token of a request. A browser sends the console's cookie from any page that can reach us, so with an `Origin` it
 * counts only from our own pages; a bearer token is never sent by itself.
 */
export function tokenFrom(req: IncomingMessage, publicUrl: string): string | null {
  const { origin, host, authorization } = req.headers;
  return authorization || !origin || isOwn(origin, host, publicUrl) ? tokenOf(req) : null;
}

/** As `tokenFrom`, for a socket: its handshake always has an origin in a browser, and never a bearer token. */
export const socketToken = (req: IncomingMessage, publicUrl: string): string | null =>
  req.headers.origin ? tokenFrom(req, publicUrl) : null;

/** What a procedure knows of its call; `res` is null on a socket. */
export async function contextOf(
  { app, transport, production, trustedProxies }: WebParts,
  req: IncomingMessage,
  from: { token: string | null; res: ServerResponse | null },
): Promise<Context> {
  const found = from.token ? await app.identity.session(from.token) : null;
  const traceId = transport.traceOf(req);
  return {
    app,
    traceId,
    session: found?.ok ? found.value : null,
    address: addressOf(req, trustedProxies),
    observe(path, outcome, seconds) {
      transport.metrics.calls.observe({ path, outcome }, seconds);
      // Never the input: it holds log-in codes, pick-up codes and phone numbers.
      transport.log.debug("call", { path, outcome, ms: Math.round(seconds * 1000), traceId });
    },
    setConsoleCookie: from.res ? cookieSetter(from.res, production) : () => {},
  };
}

/** Bugs go to the log with their trace id; expected failures are no news there. */
export function report(
  transport: Transport,
  error: { code: string; cause?: unknown; message: string },
  path: string | undefined,
  traceId: string | undefined,
): void {
  if (error.code !== "INTERNAL_SERVER_ERROR") return;
  transport.log.error("call failed", { path, traceId, error: error.cause ?? error.message });
}
