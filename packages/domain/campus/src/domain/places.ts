import { type CampusId, distanceMetres, type Point } from "@sanqi/kernel";
import type { Building, Place } from "./campus.ts";
import { type MapFeature, textOf } from "./map-features.ts";
import { englishDormitory, englishGate, uniqueNames } from "./names.ts";
import { isInside } from "./plane.ts";
import { stableId } from "./stable-id.ts";
import type { WalkGraph } from "./walk.ts";
import { nearestSpot } from "./walk-graph.ts";

/** A pick-up point that an operator chose, with the dormitories (by name) that share it. */
export type PickupPoint = {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly group: string;
  readonly dormitories: readonly string[];
  readonly point: Point;
};

/** Farther than this from any path, nobody could be met there. */
const offThePaths = 100;
const maxGates = 12;

type Door = Building & { readonly key: string; readonly door: Point };

/** One place per dormitory. Its group: that of its pick-up point, else the part of the campus in which it stands. */
export function dormitoryPlaces(
  buildings: readonly Door[],
  campus: {
    campusId: CampusId;
    name: string;
    outlines: readonly MapFeature[];
    points: readonly PickupPoint[] | undefined;
  },
): Place[] {
  const english = uniqueNames();
  return buildings
    .filter((b) => b.kind === "dormitory")
    .map((b) => {
      const shared = campus.points?.find((p) => p.dormitories.includes(b.name));
      const part = campus.outlines.find((o) => o.parts.some((ring) => isInside(b.centre, ring)));
      return {
        placeId: stableId("place", `${campus.campusId}/dormitory/${b.key}`),
        kind: "dormitory",
        name: b.name,
        nameEn: english.en(b.nameEn ?? englishDormitory(b.name)),
        group: shared?.group ?? (part && textOf(part, "name")) ?? campus.name,
        point: b.door,
      };
    });
}

/** The chosen pick-up points, else the gates, each for the group of the dormitory that is nearest to it. */
export function pickupPlaces(
  features: readonly MapFeature[],
  campus: {
    campusId: CampusId;
    dormitories: readonly Place[];
    paths: WalkGraph;
    points: readonly PickupPoint[] | undefined;
  },
): Place[] {
  const idOf = (key: string) => stableId("place", `${campus.campusId}/pickup/${key}`);
  if (campus.points)
    return campus.points.map(({ key, name, nameEn, group, point }) => ({
      placeId: idOf(key),
      kind: "pickupPoint",
      name,
      nameEn,
      group,
      point,
    }));
  const [zh, en] = [uniqueNames(), uniqueNames()];
  return gatesOf(features, campus.paths).map((gate, index) => {
    const point = gate.parts[0]?.[0] ?? [0, 0];
    const name = textOf(gate, "name") ?? `校门 ${index + 1}`;
    const nameEn =
      textOf(gate, "name:en") ?? (textOf(gate, "name") ? englishGate(name) : `Gate ${index + 1}`);
    return {
      placeId: idOf(gate.key),
      kind: "pickupPoint",
      name: zh.zh(`${name}取餐点`),
      nameEn: en.en(`${nameEn} pick-up point`),
      group: nearestGroup(point, campus.dormitories),
      point,
    };
  });
}

/** Named gates first; doors of buildings and car barriers are no meeting points. */
function gatesOf(features: readonly MapFeature[], paths: WalkGraph): MapFeature[] {
  return features
    .filter((f) => f.layer === "gate" && f.properties.barrier === "gate")
    .filter((f) => (nearestSpot(paths, f.parts[0]?.[0] ?? [0, 0])?.metres ?? offThePaths) < offThePaths)
    .sort((a, b) => Number(!textOf(a, "name")) - Number(!textOf(b, "name")) || (a.key < b.key ? -1 : 1))
    .slice(0, maxGates);
}

function nearestGroup(point: Point, dormitories: readonly Place[]): string {
  let best = { group: "", metres: Number.POSITIVE_INFINITY };
  for (const { group, point: door } of dormitories) {
    const metres = distanceMetres(point, door);
    if (metres < best.metres) best = { group, metres };
  }
  return best.group;
}
