import type { ExpressionSpecification, FillLayerSpecification, StyleSpecification } from "maplibre-gl";

const light = {
  ground: "#eef0f2",
  campus: "#f7f6f2",
  lawn: "#d9ecd0",
  wood: "#c4e0b8",
  water: "#b9dcf5",
  pitch: "#cfe6c4",
  track: "#e8c3a8",
  path: "#ffffff",
  casing: "#dcdfe4",
  wall: "#d3d5da",
  route: "#1677ff",
  routeCase: "#ffffff",
  kinds: {
    dormitory: "#dfe3f6",
    canteen: "#ffdcbb",
    library: "#e6dbf4",
    academic: "#e7e4dc",
    shop: "#fbe3d0",
    sports: "#d5ecd9",
    clinic: "#fbd9dc",
    parcel: "#f3e2c7",
    other: "#e5e6e8",
  },
};
const dark: typeof light = {
  ground: "#131519",
  campus: "#1a1c20",
  lawn: "#1e2d20",
  wood: "#1b2f1f",
  water: "#16303f",
  pitch: "#203323",
  track: "#3b2b22",
  path: "#3a3e46",
  casing: "#24272d",
  wall: "#41454d",
  route: "#5aa2ff",
  routeCase: "#101114",
  kinds: {
    dormitory: "#2b3046",
    canteen: "#4a3421",
    library: "#382f46",
    academic: "#34332e",
    shop: "#44342a",
    sports: "#26382a",
    clinic: "#46292d",
    parcel: "#40372a",
    other: "#2c2e33",
  },
};

const has = (key: string, ...values: string[]): ExpressionSpecification => [
  "match",
  ["coalesce", ["get", key], ""],
  values,
  true,
  false,
];
const layer = (name: string): ExpressionSpecification => ["==", ["get", "layer"], name];

/** Our own style over our own data: no tiles, glyphs or sprites, so that no other host is asked for anything. */
export function campusStyle(geojson: GeoJSON.FeatureCollection, isDark: boolean): StyleSpecification {
  const ink = isDark ? dark : light;
  const { other, ...named } = ink.kinds;
  const roof = [
    "match",
    ["get", "kind"],
    ...Object.entries(named).flat(),
    other,
  ] as unknown as ExpressionSpecification;
  const area = (id: string, colour: string, filter: ExpressionSpecification): FillLayerSpecification => ({
    id,
    type: "fill",
    source: "campus",
    filter: ["all", layer("area"), filter],
    paint: { "fill-color": colour },
  });
  const width = (thin: number, thick: number): ExpressionSpecification => [
    "interpolate",
    ["exponential", 1.6],
    ["zoom"],
    14,
    thin,
    19,
    thick,
  ];
  const round = { "line-cap": "round", "line-join": "round" } as const;
  const empty = { type: "geojson" as const, data: { type: "FeatureCollection" as const, features: [] } };
  return {
    version: 8,
    sources: { campus: { type: "geojson", data: geojson }, route: empty, outline: empty },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": ink.ground } },
      {
        id: "campus",
        type: "fill",
        source: "campus",
        filter: layer("campus"),
        paint: { "fill-color": ink.campus },
      },
      area("lawn", ink.lawn, has("landuse", "grass", "meadow", "flowerbed", "village_green")),
      area("garden", ink.lawn, has("leisure", "garden", "park")),
      area("wood", ink.wood, ["any", has("natural", "wood", "scrub"), has("landuse", "forest")]),
      area("pitch", ink.pitch, has("leisure", "pitch", "stadium", "sports_centre")),
      area("track", ink.track, has("leisure", "track")),
      area("water", ink.water, ["any", has("natural", "water"), ["has", "water"]]),
      {
        id: "stream",
        type: "line",
        source: "campus",
        filter: layer("waterway"),
        layout: round,
        paint: { "line-color": ink.water, "line-width": width(3, 24) },
      },
      {
        id: "path-case",
        type: "line",
        source: "campus",
        filter: layer("path"),
        layout: round,
        paint: { "line-color": ink.casing, "line-width": width(2.5, 16) },
      },
      {
        id: "path",
        type: "line",
        source: "campus",
        filter: layer("path"),
        layout: round,
        paint: { "line-color": ink.path, "line-width": width(1.5, 13) },
      },
      {
        id: "roof",
        type: "fill",
        source: "campus",
        filter: layer("building"),
        paint: { "fill-color": roof },
      },
      {
        id: "wall",
        type: "line",
        source: "campus",
        filter: layer("building"),
        paint: { "line-color": ink.wall, "line-width": width(0.5, 2) },
      },
      {
        id: "outline",
        type: "line",
        source: "outline",
        layout: round,
        paint: { "line-color": "#ff7a1a", "line-width": 3 },
      },
      {
        id: "route-case",
        type: "line",
        source: "route",
        layout: round,
        paint: { "line-color": ink.routeCase, "line-width": 8 },
      },
      {
        id: "route",
        type: "line",
        source: "route",
        layout: round,
        paint: { "line-color": ink.route, "line-width": 5 },
      },
    ],
  };
}
