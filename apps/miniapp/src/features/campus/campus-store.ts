import type { CampusId, PlaceId } from "@sanqi/kernel";
import { useEffect } from "react";
import { create } from "zustand";
import { useSession } from "@/features/session";
import { type AppFailure, api, failureOf } from "@/rpc";
import type { Place } from "./place-groups";

type CampusState = {
  places: readonly Place[] | null;
  failure: AppFailure | null;
  /** Reads the places once per campus; `again` reads them anew. Never rejects. */
  load(campusId: CampusId, again?: boolean): Promise<void>;
};

let loadedFor: CampusId | null = null;

export const useCampus = create<CampusState>((set) => ({
  places: null,
  failure: null,
  async load(campusId, again = false) {
    if (!campusId || (loadedFor === campusId && !again)) return;
    loadedFor = campusId;
    set({ failure: null });
    try {
      set({ places: await api.campus.places.query({ campusId }) });
    } catch (error) {
      loadedFor = null;
      set({ failure: failureOf(error) });
    }
  },
}));

/** The places of this campus, read when first needed. */
export function usePlaces(): Pick<CampusState, "places" | "failure"> & { reload: () => Promise<void> } {
  const campusId = useSession((state) => state.campusId);
  const { places, failure, load } = useCampus();
  useEffect(() => {
    void load(campusId);
  }, [campusId, load]);
  return { places, failure, reload: () => load(campusId, true) };
}

export function usePlace(placeId: PlaceId | null): Place | null {
  return usePlaces().places?.find((place) => place.placeId === placeId) ?? null;
}
