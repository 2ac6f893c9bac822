import type { IncomingMessage, ServerResponse } from "node:http";
import type { Session } from "@sanqi/identity";
import { getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { App } from "../../app.ts";
import { appRouter } from "../../routers/index.ts";
import type { Context } from "../../rpc/context.ts";
import { outcomeOf, requireSession } from "../../rpc/procedures.ts";
import { contextOf, report, tokenFrom } from "../calls.ts";
import type { WebParts } from "../web-app.ts";
import { busyFor } from "./busy.ts";

/** A call of somebody with a session. */
export type LeanCall = {
  readonly app: App;
  readonly session: Session;
  readonly traceId: string;
  readonly req: IncomingMessage;
};

/**
 * The short way to a procedure, for the calls of which a lunch hour has thousands: tRPC's own way costs more than the order.
 * Input, authorisation and use-case are the procedure's; so are the forms of answers and errors.
 */
export type LeanRoute = {
  /** The procedure that this is the short way to: figures and errors go by its name. */
  readonly procedure: string;
  readonly method: "GET" | "POST";
  takes(pathname: string): boolean;
  /** @returns the data of the answer as JSON text; throws what the procedure would throw */
  answer(call: LeanCall): Promise<string | Buffer>;
};

const opening = '{"result":{"data":';
const closing = "}}";

/** Which calls have a short way, and the way itself. */
export function createLean(parts: WebParts, publicUrl: string, routes: readonly LeanRoute[]) {
  const { app, transport } = parts;

  async function serve(route: LeanRoute, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const start = performance.now();
    let context: Context | undefined;
    let outcome = "ok";
    try {
      context = await contextOf(parts, req, { token: tokenFrom(req, publicUrl), res });
      const session = requireSession(context);
      const data = await route.answer({ app, session, traceId: context.traceId, req });
      const bytes = typeof data === "string" ? Buffer.from(data) : data;
      // One character a byte: so head and body leave in one write, which is a third of what such an answer costs.
      const body = opening + bytes.toString("latin1") + closing;
      res.writeHead(200, { "content-type": "application/json", "content-length": body.length });
      res.end(body, "latin1");
    } catch (thrown) {
      const error = getTRPCErrorFromUnknown(thrown);
      outcome = outcomeOf(error);
      report(transport, error, route.procedure, context?.traceId);
      refuse(res, { route, error, context });
    }
    context?.observe(route.procedure, outcome, (performance.now() - start) / 1000);
  }

  return {
    /** A browser on another origin asks before (OPTIONS) what it then does. */
    routeOf: (method: string | undefined, pathname: string): LeanRoute | null =>
      routes.find((one) => (one.method === method || method === "OPTIONS") && one.takes(pathname)) ?? null,
    serve,
  };
}

function refuse(
  res: ServerResponse,
  { route, error, context }: { route: LeanRoute; error: TRPCError; context: Context | undefined },
): void {
  const shape = getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: route.method === "GET" ? "query" : "mutation",
    path: route.procedure,
    input: undefined,
    ctx: context,
  });
  const retryAfter = busyFor(error);
  res.writeHead(getHTTPStatusCodeFromError(error), {
    "content-type": "application/json",
    ...(retryAfter === null ? {} : { "retry-after": String(retryAfter) }),
  });
  res.end(JSON.stringify({ error: shape }));
}
