import type { Building } from "./campus.ts";
import type { MapFeature } from "./map-features.ts";

/** What a map needs to draw a feature; whatever else an export carries (addresses, editors) stays out. */
const drawn = [
  "layer",
  "kind",
  "name",
  "name:en",
  "highway",
  "walkable",
  "natural",
  "landuse",
  "leisure",
  "sport",
  "water",
  "waterway",
  "amenity",
  "shop",
  "place",
  "surface",
  "barrier",
  "entrance",
  "building",
  "building:levels",
] as const;

/** The map as GeoJSON text in WGS-84; generated names of dormitories are written in, and building ids as feature ids. */
export function mapTextOf(
  features: readonly MapFeature[],
  buildings: readonly (Building & { readonly key: string })[],
  attribution: string | null,
): string {
  const byKey = new Map(buildings.map((b) => [b.key, b]));
  return JSON.stringify({
    type: "FeatureCollection",
    attribution,
    features: features.map((feature) => {
      const building = feature.layer === "building" ? byKey.get(feature.key) : undefined;
      const properties: Record<string, unknown> = {};
      for (const name of drawn)
        if (feature.properties[name] !== undefined) properties[name] = feature.properties[name];
      if (building?.kind === "dormitory") properties.name = building.name;
      return { type: "Feature", id: building?.buildingId, properties, geometry: feature.geometry };
    }),
  });
}
