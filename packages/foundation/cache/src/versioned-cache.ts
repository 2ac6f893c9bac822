import type { Clock } from "@sanqi/kernel";
import { type Entry, fromFrame, type Loaded, toFrame } from "./entry.ts";
import { gatheredLoads } from "./gathered-loads.ts";
import { createMemory, type MemoryRules } from "./memory.ts";
import type { SharedStore } from "./shared-store.ts";

/** Which level gave an answer; `absent` is the memory's knowledge that there is nothing. */
export type Level = "memory" | "absent" | "shared" | "database";

export type CacheRules = Omit<MemoryRules, "versionsMs"> & {
  /** How long the shared store keeps an entry; also the bound of staleness where news of a change was lost. */
  readonly sharedMs: number;
  /** Look-ups of the database at a time, and keys in one. */
  readonly lanes: number;
  readonly batch: number;
};

export type CacheParts<A> = {
  /** What is not in the answer does not exist. */
  readonly load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Loaded<A>>>;
  readonly shared: SharedStore | null;
  readonly rules: CacheRules;
  readonly clock: Clock;
  /** Milliseconds of a clock that only runs forward. */
  readonly stopwatch: () => number;
  readonly count?: (level: Level) => void;
};

export type VersionedCache<A> = {
  /**
   * The entry of a key, null where there is none: never older than `atLeast`, nor than any change of which this process had
   * heard when it was asked. "newest": as the database says it after the call.
   */
  get(key: string, wanted: { atLeast: number | "newest" }): Promise<Entry<A> | null>;
  /** Another process said that the key has this version now. */
  outdated(key: string, version: number): void;
  /** The key has this version now, and the shared store is told, too. */
  announce(key: string, version: number): void;
  /** News may have been lost: nothing that was loaded until now is believed any more. */
  distrust(): void;
};

/** Clocks of several machines differ by less than this. */
const skewMs = 2_000;

/**
 * Memory, then the shared store, then the database. Whoever misses the same key at the same time shares one look-up. A look-up
 * that began before a change was heard of is recognised by its version and made again.
 */
export function createVersionedCache<A>(parts: CacheParts<A>): VersionedCache<A> {
  const { shared, rules, clock, stopwatch, count = () => {} } = parts;
  const memory = createMemory<A>({ ...rules, versionsMs: rules.sharedMs + skewMs }, stopwatch);
  const reading = new Map<string, Promise<Entry<A> | null>>();
  /** Rises whenever news may have been lost: what began before is not kept. */
  let era = 0;
  /** Entries of the shared store that are older than this may have missed a change. Epoch ms. */
  let trustedFrom = 0;

  const isValid = ({ validUntil }: Loaded<A>) => validUntil === null || clock.now() < validUntil;
  const load = gatheredLoads<Entry<A>>(async (keys) => {
    const loadedAt = clock.now();
    const begun = era;
    const found = await parts.load(keys);
    const entries = new Map<string, Entry<A>>();
    for (const key of keys) {
      count("database");
      const loaded = found.get(key);
      if (loaded) {
        const entry = { ...loaded, loadedAt };
        entries.set(key, entry);
        share(key, entry);
        if (begun === era) memory.keep(key, entry);
      } else if (begun === era) memory.keepAbsent(key);
    }
    return entries;
  }, rules);

  /** Nobody waits for it, and its failure only costs others a look-up. */
  function share(key: string, entry: Entry<A>): void {
    const lifeMs = Math.min(rules.sharedMs, (entry.validUntil ?? Infinity) - clock.now());
    if (!shared || lifeMs < 1) return;
    shared.put(key, { version: entry.version, bytes: toFrame(entry), lifeMs }).catch(() => undefined);
  }
  async function fromShared(key: string): Promise<Entry<A> | null> {
    const frame = await shared?.get(key).catch(() => null);
    const entry = frame ? fromFrame<A>(frame) : null;
    const holds = entry && entry.loadedAt >= trustedFrom && isValid(entry);
    return holds && entry.version >= memory.newest(key) ? entry : null;
  }
  async function read(key: string): Promise<Entry<A> | null> {
    const entry = await fromShared(key);
    if (!entry) return load(key);
    count("shared");
    memory.keep(key, entry);
    return entry;
  }
  /** One reading a key, which everybody joins who comes while it lasts. */
  function readTogether(key: string): Promise<Entry<A> | null> {
    const known = reading.get(key);
    if (known) return known;
    const begun = read(key).finally(() => {
      if (reading.get(key) === begun) reading.delete(key);
    });
    reading.set(key, begun);
    return begun;
  }

  return {
    async get(key, { atLeast }) {
      if (atLeast === "newest") return load(key);
      const kept = memory.get(key);
      if (kept && kept.version >= atLeast && isValid(kept)) {
        count("memory");
        return kept;
      }
      if (atLeast === 0 && memory.isAbsent(key)) {
        count("absent");
        return null;
      }
      const found = await readTogether(key);
      const isNewEnough = (found?.version ?? 0) >= Math.max(atLeast, memory.newest(key));
      // A look-up that begins now sees every change of which anybody can have heard.
      return isNewEnough ? found : load(key);
    },
    outdated: memory.outdated,
    announce(key, version) {
      memory.outdated(key, version);
      shared?.outdate(key, version, rules.sharedMs).catch(() => undefined);
    },
    distrust() {
      era += 1;
      trustedFrom = clock.now() + skewMs;
      memory.drop();
      reading.clear();
    },
  };
}
