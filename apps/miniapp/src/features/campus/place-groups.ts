import type { Outputs } from "@/rpc";

export type Place = Outputs["campus"]["places"][number];
export type PlaceGroup = { group: string; dormitories: Place[]; pickupPoints: Place[] };

const holds = (place: Place, query: string): boolean =>
  [place.name, place.nameEn, place.group].some((text) =>
    text.toLowerCase().replace(/\s/g, "").includes(query),
  );

/** Places by dormitory group in the server's order, dormitories before pick-up points; groups without a hit are left out. */
export function groupPlaces(places: readonly Place[], search: string): PlaceGroup[] {
  const query = search.toLowerCase().replace(/\s/g, "");
  const groups = new Map<string, PlaceGroup>();
  for (const place of places) {
    if (query && !holds(place, query)) continue;
    const group = groups.get(place.group) ?? { group: place.group, dormitories: [], pickupPoints: [] };
    groups.set(place.group, group);
    (place.kind === "dormitory" ? group.dormitories : group.pickupPoints).push(place);
  }
  return [...groups.values()];
}

/** What comes after the group's name on a tile: "2号楼" of "沁园2号楼"; the whole name where it does not start so. */
export const shortName = (place: Place): string =>
  place.name.startsWith(place.group) && place.name.length > place.group.length
    ? place.name.slice(place.group.length)
    : place.name;
