import type { CampusId } from "@sanqi/kernel";
import type { Building, Campus, CampusContent, Place, WalkGraph } from "../domain/index.ts";

/** A campus as it is kept. */
export type StoredCampus = {
  readonly campus: Campus;
  readonly buildings: readonly Building[];
  readonly places: readonly Place[];
  readonly map: { readonly text: string; readonly version: string };
  readonly graph: WalkGraph;
  readonly version: string;
};

export type CampusStore = {
  /** The version that an import wrote last; null where the campus is unknown. */
  version(campusId: CampusId): Promise<string | null>;
  load(campusId: CampusId): Promise<StoredCampus | null>;
  /** Replaces the campus with the content: what is not in it any more goes. One transaction. */
  save(content: CampusContent, at: number): Promise<void>;
};
