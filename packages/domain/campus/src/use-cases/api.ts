import type { BuildingId, CampusId, PlaceId, Point } from "@sanqi/kernel";
import type { Building, Campus, CampusContent, Place } from "../domain/index.ts";

export type Walk = { readonly metres: number; readonly path: readonly Point[] };

export type CampusUseCases = {
  campus(campusId: CampusId): Promise<Campus | null>;
  places(campusId: CampusId): Promise<Place[]>;
  place(campusId: CampusId, placeId: PlaceId): Promise<Place | null>;
  building(campusId: CampusId, buildingId: BuildingId): Promise<Building | null>;
  /** Shortest way on foot; null where the two are not joined by paths. */
  walk(campusId: CampusId, from: Point, to: Point): Promise<Walk | null>;
  /** The map as GeoJSON text (WGS-84) with an ETag-able version. */
  mapGeojson(campusId: CampusId): Promise<{ text: string; version: string } | null>;
};

export type CampusImports = {
  /** Writes an import unless the same content is there already; ids stay the same, so nothing is ever doubled. */
  importCampus(content: CampusContent): Promise<{ changed: boolean }>;
};
