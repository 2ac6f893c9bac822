import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { distanceMetres, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { type CampusContent, createWalker, readCampus } from "./index.ts";
import { nearestSpot } from "./walk-graph.ts";

const root = path.resolve(import.meta.dirname, "../../../../..");
const shared = path.join(root, "../shared/data");
const demo = path.join(root, "apps/bff/demo");
const parse = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

function content(...args: Parameters<typeof readCampus>): CampusContent {
  const read = readCampus(...args);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Metres of the walk from every canteen to every dormitory, shortest first. */
function walks(campus: CampusContent, at: "door" | "centre" = "door"): number[] {
  const walker = createWalker(campus.graph);
  const ofKind = (kind: string) => campus.buildings.filter((b) => b.kind === kind).map((b) => b[at]);
  return ofKind("canteen")
    .flatMap((from) => ofKind("dormitory").map((to) => walker.between(from, to)?.metres ?? Number.NaN))
    .sort((a, b) => a - b);
}
const counts = (campus: CampusContent) => ({
  buildings: campus.buildings.length,
  canteens: campus.buildings.filter((b) => b.kind === "canteen").length,
  dormitories: campus.places.filter((p) => p.kind === "dormitory").length,
  pickupPoints: campus.places.filter((p) => p.kind === "pickupPoint").length,
});
const middle = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;

describe("the demo campus", () => {
  const map = parse(path.join(demo, "campus.geojson"));
  const campus = content(map, parse(path.join(demo, "walkgraph.json")));
  it("has its dormitories, canteens and gates", () => {
    expect(counts(campus)).toMatchObject({ canteens: 3, dormitories: 12, pickupPoints: 4 });
    expect(campus.campus).toMatchObject({ name: "澄湖大学", nameEn: "Chenghu University" });
  });
  it("lets everybody walk from every canteen to every dormitory, door to door", () => {
    const metres = walks(campus);
    expect(metres).toHaveLength(36);
    expect(metres.every((m) => m > 20 && m < 1_700)).toBe(true);
    for (const place of campus.places) {
      const node = Math.min(...campus.graph.nodes.map((n) => distanceMetres(n, place.point)));
      const path = nearestSpot(campus.graph, place.point)?.metres ?? Number.NaN;
      // Every door has a node of its own beside it.
      expect(node, place.name).toBeLessThan(path + 3);
    }
  });
  it("stays in one piece when only its drawn paths are known, though they end just short of each other", () => {
    expect(walks(content(map)).every(Number.isFinite)).toBe(true);
  });
});

describe("ids", () => {
  const geojson = parse(path.join(demo, "campus.geojson"));
  it("stay the same at every import and follow the campus", () => {
    const [a, b] = [content(geojson), content(geojson)];
    expect(a).toEqual(b);
    const other = content(geojson, undefined, { campusId: toId("campus", "cmp_00000000000000000001") });
    const ids = new Set([...a.places, ...other.places].map((p) => p.placeId));
    expect(ids.size).toBe(a.places.length * 2);
    expect(other.version).not.toBe(a.version);
  });
});

describe("chosen pick-up points", () => {
  it("replace the gates and group their dormitories", () => {
    const campus = content(parse(path.join(demo, "campus.geojson")), undefined, {
      pickupPoints: [
        {
          key: "qinyuan",
          name: "沁园取餐点",
          nameEn: "Qinyuan",
          group: "沁园",
          dormitories: ["沁园1号楼", "沁园2号楼"],
          point: [120.902935, 30.904326],
        },
      ],
    });
    const group = campus.places.filter((p) => p.group === "沁园").map((p) => p.name);
    expect(group.sort()).toEqual(["沁园1号楼", "沁园2号楼", "沁园取餐点"]);
  });
});

const shu = path.join(shared, "campus_shu_baoshan");
const bupt = path.join(shared, "campus_bupt_xitucheng");
const there = existsSync(`${shu}.geojson`);
describe.skipIf(!there)(`real campuses${there ? "" : " (left out: ../shared/data is not there)"}`, () => {
  it("imports Shanghai University, Baoshan", () => {
    const campus = content(parse(`${shu}.geojson`), parse(`${shu}_walkgraph.json`));
    expect(counts(campus)).toEqual({ buildings: 98, canteens: 6, dormitories: 31, pickupPoints: 1 });
    const names = campus.places.map((p) => p.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith("宿舍 "))).toHaveLength(16);
    const metres = walks(campus);
    expect(metres).toHaveLength(186);
    expect(metres.every(Number.isFinite)).toBe(true);
    // Measured from centre to centre it is 638 m; from door to door it is less.
    expect(Math.abs(middle(walks(campus, "centre")) - 638)).toBeLessThan(15);
    expect(Math.abs(middle(metres) - 600)).toBeLessThan(20);
    expect(campus.campus.attribution).toContain("OpenStreetMap");
  });
  it("imports BUPT, Xitucheng, also without its walking graph", () => {
    for (const graph of [parse(`${bupt}_walkgraph.json`), undefined]) {
      const campus = content(parse(`${bupt}.geojson`), graph);
      expect(counts(campus)).toMatchObject({ buildings: 105, dormitories: 14, pickupPoints: 12 });
      expect(campus.places.map((p) => p.name)).toContain("学生5号公寓");
      expect(walks(campus).every(Number.isFinite)).toBe(true);
    }
  });
  it("finds the same ways in a graph of its own making", () => {
    const given = middle(walks(content(parse(`${shu}.geojson`), parse(`${shu}_walkgraph.json`))));
    const made = middle(walks(content(parse(`${shu}.geojson`))));
    expect(Math.abs(given - made)).toBeLessThan(20);
  });
});
