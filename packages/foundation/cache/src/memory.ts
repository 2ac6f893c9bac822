import { LRUCache } from "lru-cache";
import type { Entry } from "./entry.ts";

export type MemoryRules = {
  /** How long what nobody called outdated is believed. */
  readonly memoryMs: number;
  /** How long it is believed that something does not exist. */
  readonly absentMs: number;
  /** How long it is remembered how new something is at least. */
  readonly versionsMs: number;
  readonly maxBytes: number;
  readonly maxAbsent: number;
  readonly maxVersions: number;
};
type Timed<T> = { readonly value: T; readonly until: number };

/** Beside the body: key, head and the places in three maps. */
const overheadBytes = 500;

/**
 * The first level, bounded in bytes and in number. It never goes back: what is older than anything it was told or has held
 * of a key does not come in. `now` is of a clock that only runs forward.
 */
export function createMemory<A>(rules: MemoryRules, now: () => number) {
  const entries = new LRUCache<string, Timed<Entry<A>>>({
    maxSize: rules.maxBytes,
    sizeCalculation: ({ value }) => value.body.length + overheadBytes,
  });
  // Apart from what exists: a flood of made-up keys must not push out what people read.
  const absent = new LRUCache<string, number>({ max: rules.maxAbsent });
  const versions = new LRUCache<string, Timed<number>>({ max: rules.maxVersions });

  const newest = (key: string): number => {
    const known = versions.get(key);
    return known && known.until > now() ? known.value : 0;
  };
  const isAtLeast = (key: string, version: number) => {
    versions.set(key, { value: Math.max(version, newest(key)), until: now() + rules.versionsMs });
  };
  return {
    /** The version that the key has at least, as far as this process has heard; 0: nothing heard. */
    newest,
    get(key: string): Entry<A> | undefined {
      const kept = entries.get(key);
      return kept && kept.until > now() ? kept.value : undefined;
    },
    isAbsent: (key: string): boolean => (absent.get(key) ?? 0) > now(),
    keep(key: string, entry: Entry<A>): void {
      if (entry.version < newest(key)) return;
      const kept = entries.peek(key)?.value;
      if (kept && kept.version === entry.version && kept.loadedAt > entry.loadedAt) return;
      isAtLeast(key, entry.version);
      absent.delete(key);
      entries.set(key, { value: entry, until: now() + rules.memoryMs });
    },
    keepAbsent(key: string): void {
      if (newest(key) === 0) absent.set(key, now() + rules.absentMs);
    },
    outdated(key: string, version: number): void {
      isAtLeast(key, version);
      absent.delete(key);
      if ((entries.peek(key)?.value.version ?? version) < version) entries.delete(key);
    },
    drop(): void {
      entries.clear();
      absent.clear();
    },
  };
}
