import { type CampusId, err, ok, type Point, type Result } from "@sanqi/kernel";
import { type Building, type BuildingKind, buildingKinds } from "./campus.ts";
import { type ImportProblem, type MapFeature, problem, textOf } from "./map-features.ts";
import { kindWords, uniqueNames } from "./names.ts";
import { centroidOf } from "./plane.ts";
import { stableId } from "./stable-id.ts";

export type ReadBuilding = Building & { readonly key: string; readonly outline: readonly Point[] };

const isKind = (value: unknown): value is BuildingKind => buildingKinds.some((kind) => kind === value);

/** The buildings of the campus (`in_campus` is not false), in the order of their keys; unnamed ones are numbered by kind. */
export function readBuildings(
  features: readonly MapFeature[],
  campusId: CampusId,
): Result<ReadBuilding[], ImportProblem[]> {
  const inside = features
    .filter((f) => f.layer === "building" && f.properties.in_campus !== false)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const unknown = inside.filter((f) => !isKind(f.properties.kind));
  if (unknown.length > 0)
    return err(
      unknown
        .slice(0, 20)
        .map((f) =>
          problem(
            f.key,
            `未知建筑类型 ${f.properties.kind}`,
            `unknown kind ${f.properties.kind}; known: ${buildingKinds.join(", ")}`,
          ),
        ),
    );
  const names = uniqueNames();
  const named = new Set(inside.flatMap((f) => textOf(f, "name") ?? []));
  const numbers = new Map<BuildingKind, number>();
  const generated = (kind: BuildingKind): string => {
    const number = (numbers.get(kind) ?? 0) + 1;
    numbers.set(kind, number);
    const name = `${kindWords[kind].zh} ${number}`;
    return named.has(name) ? generated(kind) : name;
  };
  return ok(
    inside.map((feature) => {
      const kind = feature.properties.kind as BuildingKind;
      const outline = feature.parts[0] ?? [];
      const own = textOf(feature, "name");
      const name = names.zh(own ?? generated(kind));
      return {
        buildingId: stableId("building", `${campusId}/${feature.key}`),
        key: feature.key,
        kind,
        name,
        nameEn:
          textOf(feature, "name:en") ?? (own ? null : name.replace(kindWords[kind].zh, kindWords[kind].en)),
        centre: centreOf(feature, outline),
        outline,
      };
    }),
  );
}

function centreOf(feature: MapFeature, outline: readonly Point[]): Point {
  const given = feature.properties.centroid;
  const [lon, lat] = Array.isArray(given) ? given : [];
  return typeof lon === "number" && typeof lat === "number" ? [lon, lat] : centroidOf(outline);
}
