import { err, ok, type Point, type Result, type Words } from "@sanqi/kernel";

const layers = ["campus", "area", "waterway", "path", "building", "poi", "gate"] as const;
type Layer = (typeof layers)[number];

/** What is wrong with an import, and at which feature. */
export type ImportProblem = { readonly where: string; readonly reason: Words };

/** One checked feature: its parts are lists of points (rings of a polygon with the outer one first, lines, or one point). */
export type MapFeature = {
  readonly layer: Layer;
  readonly key: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
  readonly parts: readonly (readonly Point[])[];
};

const shapes: Record<Layer, readonly string[]> = {
  campus: ["Polygon", "MultiPolygon"],
  area: ["Polygon", "MultiPolygon"],
  building: ["Polygon", "MultiPolygon"],
  path: ["LineString", "MultiLineString"],
  waterway: ["LineString", "MultiLineString", "Polygon", "MultiPolygon"],
  poi: ["Point"],
  gate: ["Point"],
};
const maxFeatures = 20_000;
const maxProblems = 20;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const textOf = (feature: MapFeature, name: string): string | null => {
  const value = feature.properties[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
};

/** Reads a GeoJSON FeatureCollection in WGS-84 whose features carry `layer` and `osm_id`; all problems at once, at most 20. */
export function readFeatures(input: unknown): Result<MapFeature[], ImportProblem[]> {
  if (!isRecord(input) || input.type !== "FeatureCollection" || !Array.isArray(input.features))
    return err([problem("file", "不是 GeoJSON FeatureCollection", "not a GeoJSON FeatureCollection")]);
  if (input.features.length > maxFeatures)
    return err([problem("file", `要素超过 ${maxFeatures} 个`, `more than ${maxFeatures} features`)]);
  const problems: ImportProblem[] = [];
  const features: MapFeature[] = [];
  const known = new Set<string>();
  input.features.forEach((raw: unknown, index) => {
    const read = readFeature(raw, index);
    if (!read.ok) problems.push(read.error);
    else if (known.has(`${read.value.layer} ${read.value.key}`))
      problems.push(problem(read.value.key, "osm_id 重复", "osm_id occurs twice in its layer"));
    else {
      known.add(`${read.value.layer} ${read.value.key}`);
      features.push(read.value);
    }
  });
  return problems.length > 0 ? err(problems.slice(0, maxProblems)) : ok(features);
}

function readFeature(raw: unknown, index: number): Result<MapFeature, ImportProblem> {
  const place = `feature ${index}`;
  if (!isRecord(raw) || !isRecord(raw.properties) || !isRecord(raw.geometry))
    return err(problem(place, "缺少 properties 或 geometry", "lacks properties or geometry"));
  const { layer, osm_id: key, name } = raw.properties;
  if (typeof key !== "string" || key === "" || key.length > 80)
    return err(problem(place, "缺少 osm_id 文本", "lacks a text osm_id"));
  const where = typeof name === "string" ? `${key} (${name})` : key;
  if (!isLayer(layer))
    return err(problem(where, `未知图层 ${layer}`, `unknown layer ${layer}; known: ${layers.join(", ")}`));
  const { type, coordinates } = raw.geometry;
  if (typeof type !== "string" || !shapes[layer].includes(type))
    return err(problem(where, `${layer} 不能是 ${type}`, `a ${layer} cannot be a ${type}`));
  const parts = partsOf(type, coordinates);
  if (typeof parts === "string") return err(problem(where, `坐标有误：${parts}`, parts));
  return ok({ layer, key, properties: raw.properties, geometry: { type, coordinates }, parts });
}

const isLayer = (value: unknown): value is Layer => layers.some((layer) => layer === value);

/** The points of a geometry, or the reason why they are none. */
function partsOf(type: string, coordinates: unknown): Point[][] | string {
  const lists =
    type === "Point"
      ? [[coordinates]]
      : type === "LineString"
        ? [coordinates]
        : type === "MultiPolygon"
          ? Array.isArray(coordinates)
            ? coordinates.flat(1)
            : []
          : coordinates;
  if (!Array.isArray(lists) || lists.length === 0) return "no coordinates";
  const least = type === "Point" ? 1 : type.endsWith("Polygon") ? 4 : 2;
  const parts: Point[][] = [];
  for (const list of lists) {
    if (!Array.isArray(list) || list.length < least) return `a ${type} part needs ${least} positions`;
    const points: Point[] = [];
    for (const position of list) {
      const [lon, lat] = Array.isArray(position) ? position : [];
      if (typeof lon !== "number" || typeof lat !== "number" || Math.abs(lon) > 180 || Math.abs(lat) > 90)
        return `not a [longitude, latitude] in degrees: ${JSON.stringify(position)?.slice(0, 60)}`;
      points.push([lon, lat]);
    }
    const [first, last] = [points[0], points[points.length - 1]];
    if (least === 4 && (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])) return "a ring is not closed";
    parts.push(points);
  }
  return parts;
}

export const problem = (where: string, zh: string, en: string): ImportProblem => ({
  where,
  reason: { zh, en },
});
