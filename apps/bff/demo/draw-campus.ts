/**
 * Draws the fictional campus of the demo: writes campus.geojson and walkgraph.json beside this file, in the
 * form that `npm run campus:import` reads. Run it after a change in draw/: node apps/bff/demo/draw-campus.ts
 */
import { writeFileSync } from "node:fs";
import { type Building, buildings } from "./draw/buildings.ts";
import { asRing, centroid, place, type Spot, toLonLat } from "./draw/frame.ts";
import { grounds, island, lake, streams, wall } from "./draw/grounds.ts";
import { cutAtCrossings, nearest } from "./draw/network.ts";
import { gates, places } from "./draw/places.ts";
import { walkgraph } from "./draw/walkgraph.ts";
import { type Way, ways } from "./draw/ways.ts";
import { demoCampus, demoPickupPoints } from "./people.ts";

const metadata = {
  licence: "Apache-2.0",
  attribution: "Sanqi demo campus, fictional",
  crs: "EPSG:4326 (WGS-84, not GCJ-02)",
};

type Tags = Record<string, string | boolean | number[] | undefined>;
let features = 0;
const feature = (layer: string, properties: Tags, type: string, coordinates: unknown) => {
  features += 1;
  const named = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
  return {
    type: "Feature",
    properties: { layer, osm_id: `demo/${features}`, ...named },
    geometry: { type, coordinates },
  };
};
const polygon = (outline: readonly Spot[], holes: readonly (readonly Spot[])[] = []) => [
  asRing(outline).map(toLonLat),
  ...holes.map((hole) => asRing(hole, true).map(toLonLat)),
];
const names = (thing: { name?: string; nameEn?: string }) => ({ name: thing.name, "name:en": thing.nameEn });

const doorOf = (building: Building): Spot =>
  place([building.door], building.at, building.turn)[0] ?? building.at;

/** A footway from every door straight to the nearest way. */
const doorsteps: Way[] = buildings.map((building) => {
  const door = doorOf(building);
  const [closest] = ways.map((way) => nearest(way.line, door)).sort((a, b) => a.metres - b.metres);
  return { highway: "footway", line: [door, closest?.at ?? door] };
});

const buildingTag = { dormitory: "dormitory", sports: "sports_hall", shop: "retail", other: "yes" } as const;

function drawBuilding(building: Building) {
  const outline = place(building.outline, building.at, building.turn);
  const court = building.court && place(building.court, building.at, building.turn);
  const tag =
    building.kind in buildingTag ? buildingTag[building.kind as keyof typeof buildingTag] : "university";
  const properties = {
    kind: building.kind,
    in_campus: true,
    centroid: toLonLat(centroid(outline)),
    ...names(building),
    building: tag,
    "building:levels": String(building.levels),
  };
  return feature("building", properties, "Polygon", polygon(outline, court ? [court] : []));
}

const bounds = wall.map(toLonLat);
const range = (axis: 0 | 1, pick: (...values: number[]) => number) =>
  pick(...bounds.map((point) => point[axis]));

const campus = {
  type: "FeatureCollection",
  bbox: [range(0, Math.min), range(1, Math.min), range(0, Math.max), range(1, Math.max)],
  metadata,
  features: [
    feature("campus", { ...names(demoCampus), amenity: "university" }, "Polygon", polygon(wall)),
    ...grounds.map((ground) =>
      feature("area", { ...names(ground), ...ground.tags }, "Polygon", polygon(ground.outline)),
    ),
    feature(
      "area",
      { name: "澄湖", "name:en": "Chenghu Lake", natural: "water", water: "lake" },
      "Polygon",
      polygon(lake, [island]),
    ),
    ...streams.map((line) =>
      feature(
        "waterway",
        { name: "栖溪", "name:en": "Qixi Brook", waterway: "stream" },
        "LineString",
        line.map(toLonLat),
      ),
    ),
    ...[...ways, ...doorsteps].map((way) =>
      feature(
        "path",
        { walkable: true, ...names(way), highway: way.highway },
        "LineString",
        way.line.map(toLonLat),
      ),
    ),
    ...buildings.map(drawBuilding),
    ...places.map((poi) =>
      feature("poi", { kind: poi.kind, ...names(poi), ...poi.tags }, "Point", toLonLat(poi.at)),
    ),
    ...demoPickupPoints.map((point) =>
      feature("poi", { kind: "parcel", ...names(point), amenity: "pickup_point" }, "Point", [
        ...point.position,
      ]),
    ),
    ...gates.map((gate) =>
      feature("gate", { ...names(gate), barrier: "gate", foot: "yes" }, "Point", toLonLat(gate.at)),
    ),
    ...buildings
      .filter((building) => building.kind === "dormitory" || building.kind === "canteen")
      .map((building) =>
        feature("gate", { name: building.name, entrance: "main" }, "Point", toLonLat(doorOf(building))),
      ),
  ],
};

const graph = {
  metadata,
  node: "[lon,lat]",
  edge: "[from,to,length_m,highway,[intermediate lon,lat]]",
  ...walkgraph(cutAtCrossings([...ways, ...doorsteps])),
};

/** One feature, node or edge a line: readable in a diff. */
const lines = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).join(",\n");
const write = (file: string, head: object, lists: Record<string, readonly unknown[]>) => {
  const opening = JSON.stringify(head).slice(0, -1);
  const body = Object.entries(lists).map(([key, items]) => `"${key}":[\n${lines(items)}\n]`);
  writeFileSync(new URL(file, import.meta.url), `${opening},\n${body.join(",\n")}}\n`);
};

const { features: drawn, ...collection } = campus;
write("campus.geojson", collection, { features: drawn });
const { nodes, edges, ...graphHead } = graph;
write("walkgraph.json", graphHead, { nodes, edges });
console.log(
  `campus.geojson ${drawn.length} features; walkgraph.json ${nodes.length} nodes, ${edges.length} edges`,
);
