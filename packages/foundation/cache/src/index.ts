/**
 * Answers that many people read again and again, kept on three levels, and never older than what their reader has seen.
 *
 * const views = createVersionedCache({ load, shared: redis, rules, clock, stopwatch });
 * await views.get("cmp_1/ord_1", { atLeast: 7 }); // from memory, Redis or the database, version 7 or newer
 * views.announce("cmp_1/ord_1", 8); // nobody in this process is served version 7 any more
 */
export type { Entry, Loaded } from "./entry.ts";
export type { SharedStore } from "./shared-store.ts";
export {
  type CacheParts,
  type CacheRules,
  createVersionedCache,
  type Level,
  type VersionedCache,
} from "./versioned-cache.ts";
