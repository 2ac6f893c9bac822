import type { IncomingMessage } from "node:http";
import type { Log, Metrics } from "@sanqi/observability";
import { traceIdOf } from "@sanqi/observability";

/** What every way into the process shares. */
export type Transport = {
  readonly log: Log;
  readonly metrics: Metrics;
  /** One id per request: the caller's W3C trace context, else a new one. */
  traceOf(req: IncomingMessage): string;
};

const header = (req: IncomingMessage) => {
  const value = req.headers.traceparent;
  return Array.isArray(value) ? value[0] : value;
};

export function createTransport(log: Log, metrics: Metrics): Transport {
  const known = new WeakMap<IncomingMessage, string>();
  return {
    log,
    metrics,
    traceOf(req) {
      const traceId = known.get(req) ?? traceIdOf(header(req));
      known.set(req, traceId);
      return traceId;
    },
  };
}
