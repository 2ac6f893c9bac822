import type { BuildingId, CampusId, PlaceId, Point } from "@sanqi/kernel";

export const buildingKinds = [
  "dormitory",
  "canteen",
  "academic",
  "library",
  "shop",
  "sports",
  "clinic",
  "parcel",
  "residential",
  "other",
] as const;
export type BuildingKind = (typeof buildingKinds)[number];

export type Building = {
  readonly buildingId: BuildingId;
  readonly kind: BuildingKind;
  readonly name: string;
  readonly nameEn: string | null;
  readonly centre: Point;
};

/** Where a rider hands over: a dormitory's door, or a pick-up point that several dormitories share. */
export type Place = {
  readonly placeId: PlaceId;
  readonly kind: "dormitory" | "pickupPoint";
  readonly name: string;
  readonly nameEn: string;
  /** Dormitories of one group share their pick-up points. */
  readonly group: string;
  readonly point: Point;
};

export type Campus = {
  readonly campusId: CampusId;
  readonly name: string;
  readonly nameEn: string;
  readonly centre: Point;
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly attribution: string | null;
};
