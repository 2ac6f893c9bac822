import { type CampusId, err, ok, type Point, type Result, toId } from "@sanqi/kernel";
import type { Building, Campus, Place } from "./campus.ts";
import { doorOf } from "./doors.ts";
import { joinLooseEnds, joinPoints, withoutFragments } from "./join-graph.ts";
import { type ImportProblem, type MapFeature, problem, readFeatures, textOf } from "./map-features.ts";
import { mapTextOf } from "./map-text.ts";
import { dormitoryPlaces, type PickupPoint, pickupPlaces } from "./places.ts";
import { readBuildings } from "./read-buildings.ts";
import { stableId, textHash } from "./stable-id.ts";
import type { WalkGraph } from "./walk.ts";
import { graphOfPaths, readWalkGraph } from "./walk-graph.ts";

/** Everything that one import writes. `version` changes exactly when any of it does. */
export type CampusContent = {
  readonly campus: Campus;
  readonly buildings: readonly (Building & { readonly door: Point })[];
  readonly places: readonly Place[];
  readonly map: { readonly text: string; readonly version: string };
  readonly graph: WalkGraph;
  readonly version: string;
};

export type ImportOptions = {
  /** Absent: made from the file's first campus feature, the same at each import. */
  readonly campusId?: CampusId;
  readonly name?: string;
  readonly nameEn?: string;
  /** Absent: the gates serve as pick-up points. */
  readonly pickupPoints?: readonly PickupPoint[];
};

/**
 * Turns a campus map into our own things. Pure: the same files and options give the same content with the same ids.
 * @param geojson FeatureCollection in WGS-84 with the layers campus, building, path and others (see readFeatures)
 * @param walkgraph absent: made from the walkable paths
 */
export function readCampus(
  geojson: unknown,
  walkgraph?: unknown,
  options: ImportOptions = {},
): Result<CampusContent, ImportProblem[]> {
  const read = readFeatures(geojson);
  if (!read.ok) return read;
  const features = read.value;
  const outlines = features.filter((f) => f.layer === "campus");
  const first = outlines[0];
  const name = options.name ?? (first && textOf(first, "name"));
  if (!first || !name)
    return err([
      problem("file", "没有带名称的 campus 图层要素", "has no feature of layer campus with a name"),
    ]);
  const given =
    walkgraph === undefined ? ok(joinLooseEnds(graphOfPaths(features))) : readWalkGraph(walkgraph);
  if (!given.ok) return given;
  const paths = withoutFragments(given.value);
  if (paths.edges.length === 0)
    return err([
      problem("file", "没有可步行的道路", "has no walkable path, so nobody could deliver anything"),
    ]);
  const campusId = options.campusId ?? stableId("campus", first.key);
  const found = readBuildings(features, campusId);
  if (!found.ok) return found;

  const entrances = features.filter((f) => f.layer === "gate" && f.properties.entrance !== undefined);
  const buildings = found.value.map(({ outline, ...building }) => ({
    ...building,
    door: doorOf(outline, entrances, paths),
  }));
  const dormitories = dormitoryPlaces(buildings, { campusId, name, outlines, points: options.pickupPoints });
  const pickups = pickupPlaces(features, { campusId, dormitories, paths, points: options.pickupPoints });
  const places = [...dormitories, ...pickups];
  const goals = buildings.filter((b) => b.kind === "canteen" || b.kind === "shop").map((b) => b.door);
  const graph = joinPoints(paths, [...places.map((p) => p.point), ...goals]);
  const bounds = boundsOf(outlines);
  const campus: Campus = {
    campusId: toId("campus", campusId),
    name,
    nameEn: options.nameEn ?? textOf(first, "name:en") ?? name,
    centre: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2],
    bounds,
    attribution: attributionOf(geojson),
  };
  const text = mapTextOf(features, buildings, campus.attribution);
  const content = { campus, buildings, places, map: { text, version: textHash(text) }, graph };
  return ok({ ...content, version: textHash(JSON.stringify(content)) });
}

function boundsOf(outlines: readonly MapFeature[]): Campus["bounds"] {
  const points = outlines.flatMap((outline) => outline.parts.flat());
  const lon = points.map((p) => p[0]);
  const lat = points.map((p) => p[1]);
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}

function attributionOf(geojson: unknown): string | null {
  const { metadata } = geojson as { metadata?: { attribution?: unknown } };
  return typeof metadata?.attribution === "string" ? metadata.attribution.slice(0, 200) : null;
}
