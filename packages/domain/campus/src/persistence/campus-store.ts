import { inTransaction, json, type Sql, type Tx } from "@sanqi/database";
import type { CampusId, Point } from "@sanqi/kernel";
import type { Building, Campus, CampusContent, Place, WalkGraph } from "../domain/index.ts";
import type { CampusStore, StoredCampus } from "../use-cases/ports.ts";

type At = { readonly lon: number; readonly lat: number };
type CampusRow = Omit<Campus, "centre" | "bounds"> & {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly version: string;
};
const pointOf = ({ lon, lat }: At): Point => [lon, lat];

export function createCampusStore(sql: Sql): CampusStore {
  return {
    async version(campusId) {
      const [row] = await sql<
        { version: string }[]
      >`select version from campus where campus_id = ${campusId}`;
      return row?.version ?? null;
    },
    // One snapshot: an import in between must not mix two versions.
    load: (campusId) =>
      sql.begin("isolation level repeatable read read only", (tx) =>
        load(tx, campusId),
      ) as Promise<StoredCampus | null>,
    save: (content, at) => inTransaction(sql, (tx) => save(tx, content, at)),
  };
}

async function load(tx: Tx, campusId: CampusId): Promise<StoredCampus | null> {
  const [row] = await tx<(CampusRow & { mapText: string; mapVersion: string; graph: WalkGraph })[]>`
    select c.campus_id, c.name, c.name_en, c.west, c.south, c.east, c.north, c.attribution, c.version,
      m.map_text, m.map_version, m.graph
    from campus c join campus_map m on m.campus_id = c.campus_id where c.campus_id = ${campusId}`;
  if (!row) return null;
  const buildings = await tx<(Omit<Building, "centre"> & At)[]>`
    select building_id, kind, name, name_en, lon, lat from building where campus_id = ${campusId} order by building_id`;
  const places = await tx<(Omit<Place, "point"> & At)[]>`
    select place_id, kind, name, name_en, group_name as "group", lon, lat from place
    where campus_id = ${campusId} order by position`;
  const { west, south, east, north, mapText, mapVersion, graph, version, ...campus } = row;
  return {
    campus: {
      ...campus,
      centre: [(west + east) / 2, (south + north) / 2],
      bounds: [west, south, east, north],
    },
    buildings: buildings.map(({ lon, lat, ...b }) => ({ ...b, centre: pointOf({ lon, lat }) })),
    places: places.map(({ lon, lat, ...p }) => ({ ...p, point: pointOf({ lon, lat }) })),
    map: { text: mapText, version: mapVersion },
    graph,
    version,
  };
}

async function save(tx: Tx, content: CampusContent, at: number): Promise<void> {
  const { campus, buildings, places, map, graph, version } = content;
  const { campusId } = campus;
  const [west, south, east, north] = campus.bounds;
  const { name, nameEn, attribution } = campus;
  const row = { campusId, name, nameEn, west, south, east, north, attribution, version, importedAt: at };
  await tx`insert into campus ${tx(row)} on conflict (campus_id) do update set
    name = excluded.name, name_en = excluded.name_en, west = excluded.west, south = excluded.south, east = excluded.east,
    north = excluded.north, attribution = excluded.attribution, version = excluded.version, imported_at = excluded.imported_at`;
  // Nothing refers to these rows by key inside the database, and the ids stay: replacing is updating.
  await tx`delete from building where campus_id = ${campusId}`;
  await tx`delete from place where campus_id = ${campusId}`;
  for (const batch of batches(buildings))
    await tx`insert into building ${tx(
      batch.map((b) => ({
        campusId,
        buildingId: b.buildingId,
        kind: b.kind,
        name: b.name,
        nameEn: b.nameEn,
        lon: b.centre[0],
        lat: b.centre[1],
      })),
    )}`;
  for (const batch of batches(places.map((place, position) => ({ ...place, position }))))
    await tx`insert into place ${tx(
      batch.map((p) => ({
        campusId,
        placeId: p.placeId,
        position: p.position,
        kind: p.kind,
        name: p.name,
        nameEn: p.nameEn,
        groupName: p.group,
        lon: p.point[0],
        lat: p.point[1],
      })),
    )}`;
  const graphJson = json(tx, graph);
  await tx`insert into campus_map (campus_id, map_text, map_version, graph)
    values (${campusId}, ${map.text}, ${map.version}, ${graphJson})
    on conflict (campus_id) do update set
      map_text = excluded.map_text, map_version = excluded.map_version, graph = excluded.graph`;
}

/** A statement takes at most 65,534 parameters. */
function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += 1_000) yield rows.slice(at, at + 1_000);
}
