import type { Clock } from "@sanqi/kernel";
import type { CampusImports, CampusUseCases } from "./api.ts";
import { createLoadedCampuses } from "./loaded-campuses.ts";
import type { CampusStore } from "./ports.ts";

export type * from "./api.ts";
export type * from "./ports.ts";

export type CampusDeps = { readonly store: CampusStore; readonly clock: Clock };

/** The campus as everybody reads it, from memory; imports by other processes are seen after at most 5 s. */
export function createCampusUseCases({ store, clock }: CampusDeps): CampusUseCases & CampusImports {
  const loaded = createLoadedCampuses(store, clock);
  return {
    campus: async (campusId) => (await loaded.get(campusId))?.campus ?? null,
    places: async (campusId) => [...((await loaded.get(campusId))?.places ?? [])],
    place: async (campusId, placeId) =>
      (await loaded.get(campusId))?.places.find((p) => p.placeId === placeId) ?? null,
    building: async (campusId, buildingId) =>
      (await loaded.get(campusId))?.buildings.find((b) => b.buildingId === buildingId) ?? null,
    walk: async (campusId, from, to) => (await loaded.get(campusId))?.way(from, to) ?? null,
    mapGeojson: async (campusId) => (await loaded.get(campusId))?.map ?? null,
    async importCampus(content) {
      const { campusId } = content.campus;
      if ((await store.version(campusId)) === content.version) return { changed: false };
      await store.save(content, clock.now());
      loaded.forget(campusId);
      return { changed: true };
    },
  };
}
