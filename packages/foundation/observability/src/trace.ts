import { AsyncLocalStorage } from "node:async_hooks";
import { randomFillSync } from "node:crypto";

const idBytes = 16;
/** Fetched for many ids at a time: one fetch costs more than a whole read of an order. */
const pool = Buffer.alloc(256 * idBytes);
let used = pool.length;

/** 32 hexadecimal digits, as W3C Trace Context has them, so that a gateway's own id can be carried on. */
export function newTraceId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += idBytes;
  return pool.toString("hex", used - idBytes, used);
}

/** The trace id of an incoming `traceparent` header (W3C Trace Context, version 00), else a new one. */
export function traceIdOf(traceparent: string | undefined): string {
  const id = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent ?? "")?.[1];
  return id && !/^0+$/.test(id) ? id : newTraceId();
}

const current = new AsyncLocalStorage<string>();
/** Runs work under a trace id that `currentTraceId` then finds. */
export const withTrace = <T>(traceId: string, work: () => T): T => current.run(traceId, work);
export const currentTraceId = (): string => current.getStore() ?? newTraceId();
