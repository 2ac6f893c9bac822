import { type CampusId, type Clock, type Point, second } from "@sanqi/kernel";
import { createWalker, type Way } from "../domain/index.ts";
import type { CampusStore, StoredCampus } from "./ports.ts";

/** A campus in memory with its walker. */
type LoadedCampus = StoredCampus & { way(from: Point, to: Point): Way | null };

/** Another process may import: the version is looked at again after this. */
const recheckAfter = 5 * second;
/** Shops times places; beyond this somebody asks for arbitrary points, and the oldest go. */
const maxWays = 5_000;

export type LoadedCampuses = {
  get(campusId: CampusId): Promise<LoadedCampus | null>;
  forget(campusId: CampusId): void;
};

/** Keeps campuses in memory: a map and a walking graph change some times a year and are read at every order. */
export function createLoadedCampuses(store: CampusStore, clock: Clock): LoadedCampuses {
  type Entry = { checkedAt: number; loaded: Promise<LoadedCampus | null> };
  const entries = new Map<CampusId, Entry>();

  const refresh = async (campusId: CampusId, before: LoadedCampus | null): Promise<LoadedCampus | null> => {
    if (before && (await store.version(campusId)) === before.version) return before;
    const stored = await store.load(campusId);
    return stored && withWays(stored);
  };
  return {
    async get(campusId) {
      const entry = entries.get(campusId);
      if (entry && clock.now() - entry.checkedAt < recheckAfter) return entry.loaded;
      const before = entry ? await entry.loaded.catch(() => null) : null;
      const loaded = refresh(campusId, before);
      const mine = { checkedAt: clock.now(), loaded };
      entries.set(campusId, mine);
      try {
        const campus = await loaded;
        // An unknown campus is not remembered: ids from outside must not fill the memory.
        if (!campus && entries.get(campusId) === mine) entries.delete(campusId);
        return campus;
      } catch (cause) {
        if (entries.get(campusId) === mine) entries.delete(campusId);
        throw cause;
      }
    },
    forget: (campusId) => void entries.delete(campusId),
  };
}

function withWays(stored: StoredCampus): LoadedCampus {
  const walker = createWalker(stored.graph);
  const ways = new Map<string, Way | null>();
  return {
    ...stored,
    way(from, to) {
      const key = `${from[0]},${from[1]};${to[0]},${to[1]}`;
      const known = ways.get(key);
      if (known !== undefined) return known;
      const way = walker.between(from, to);
      if (ways.size >= maxWays) ways.delete(ways.keys().next().value ?? "");
      ways.set(key, way);
      return way;
    },
  };
}
