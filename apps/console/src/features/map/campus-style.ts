import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import type { Appearance } from "../../ui/tokens.ts";
import type { CampusMap } from "./campus-map.ts";
import { mapColours } from "./map-colours.ts";

export const flowSource = "flows";

const layerIs = (name: string): FilterSpecification => ["==", ["get", "layer"], name];
const roads = [
  "service",
  "residential",
  "living_street",
  "tertiary",
  "secondary",
  "primary",
  "trunk",
  "trunk_link",
];
const isRoad: ExpressionSpecification = ["in", ["get", "highway"], ["literal", roads]];
const isFoot: FilterSpecification = ["all", ["==", ["get", "layer"], "path"], ["!", isRoad]];
const zoomed = (low: number, high: number): ExpressionSpecification => [
  "interpolate",
  ["exponential", 1.6],
  ["zoom"],
  14,
  low,
  18,
  high,
];

/** The campus drawn from its own GeoJSON: no tiles, no glyphs, no outside host. */
export function campusStyle(map: CampusMap, appearance: Appearance): StyleSpecification {
  const c = mapColours[appearance];
  const ground: ExpressionSpecification = [
    "case",
    ["==", ["get", "natural"], "water"],
    c.water,
    ["in", ["get", "natural"], ["literal", ["wood", "scrub"]]],
    c.wood,
    ["==", ["get", "landuse"], "forest"],
    c.wood,
    ["==", ["get", "leisure"], "track"],
    c.track,
    ["in", ["get", "leisure"], ["literal", ["pitch", "stadium"]]],
    c.sports,
    ["has", "place"],
    c.paved,
    c.grass,
  ];
  const house: ExpressionSpecification = [
    "match",
    ["get", "kind"],
    "dormitory",
    c.dormitory,
    "canteen",
    c.canteen,
    ["academic", "library"],
    c.academic,
    c.building,
  ];
  const layers: LayerSpecification[] = [
    { id: "outside", type: "background", paint: { "background-color": c.outside } },
    {
      id: "campus",
      type: "fill",
      source: "campus",
      filter: layerIs("campus"),
      paint: { "fill-color": c.campus },
    },
    { id: "area", type: "fill", source: "campus", filter: layerIs("area"), paint: { "fill-color": ground } },
    {
      id: "water",
      type: "line",
      source: "campus",
      filter: layerIs("waterway"),
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": c.water, "line-width": zoomed(2, 16) },
    },
    {
      id: "foot",
      type: "line",
      source: "campus",
      filter: isFoot,
      layout: { "line-cap": "round" },
      paint: { "line-color": c.foot, "line-width": zoomed(0.8, 4), "line-dasharray": [2.5, 1.6] },
    },
    {
      id: "road-edge",
      type: "line",
      source: "campus",
      filter: isRoad,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": c.roadEdge, "line-width": zoomed(3, 17) },
    },
    {
      id: "road",
      type: "line",
      source: "campus",
      filter: isRoad,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": c.road, "line-width": zoomed(2, 14) },
    },
    {
      id: "campus-edge",
      type: "line",
      source: "campus",
      filter: layerIs("campus"),
      paint: { "line-color": c.campusEdge, "line-width": 1.5, "line-dasharray": [4, 2] },
    },
    {
      id: "house-shade",
      type: "fill",
      source: "campus",
      filter: layerIs("building"),
      paint: { "fill-color": c.shade, "fill-translate": [3, 4] },
    },
    {
      id: "house",
      type: "fill",
      source: "campus",
      filter: layerIs("building"),
      paint: { "fill-color": house, "fill-outline-color": c.buildingEdge },
    },
    {
      id: "flow",
      type: "line",
      source: flowSource,
      layout: { "line-cap": "round" },
      paint: {
        "line-color": ["coalesce", ["get", "colour"], c.flow],
        "line-width": ["case", ["get", "strong"], 4, 2],
        "line-opacity": ["case", ["get", "strong"], 1, 0.55],
        "line-dasharray": [0.2, 2],
      },
    },
  ];
  return {
    version: 8,
    sources: {
      // The file is GeoJSON; only its readonly arrays keep it from the mutable type.
      campus: { type: "geojson", data: map as never },
      [flowSource]: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers,
  };
}
