import type { Loaded } from "./entry.ts";
import type { SharedStore } from "./shared-store.ts";
import type { CacheRules } from "./versioned-cache.ts";

export const rules: CacheRules = {
  ...{ memoryMs: 5_000, absentMs: 2_000, sharedMs: 60_000 },
  ...{ maxBytes: 1_000_000, maxAbsent: 100, maxVersions: 1_000, lanes: 2, batch: 100 },
};

/** An entry whose body tells its version, so that a test sees where one was mistaken for another. */
export const entryOf = (key: string, version: number, validUntil: number | null = null): Loaded<string> => ({
  ...{ version, validUntil, about: key },
  body: Buffer.from(`${key}@${version}`),
});

/** The rule of the port, in memory. `pass` stands for the way there and back. */
export function fakeStore(pass: (what: string) => Promise<unknown> = async () => {}) {
  const kept = new Map<string, { version: number; bytes: Buffer | null }>();
  const store: SharedStore = {
    async get(key) {
      await pass(`get ${key}`);
      const { bytes = null } = kept.get(key) ?? {};
      await pass(`got ${key}`);
      return bytes;
    },
    async put(key, { version, bytes }) {
      await pass(`put ${key}@${version}`);
      if ((kept.get(key)?.version ?? 0) <= version) kept.set(key, { version, bytes });
    },
    async outdate(key, version) {
      await pass(`outdate ${key}@${version}`);
      if ((kept.get(key)?.version ?? 0) < version) kept.set(key, { version, bytes: null });
    },
  };
  return { store, kept };
}
