import { readFileSync } from "node:fs";
import path from "node:path";
import { manualClock, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CampusContent, type ImportOptions, readCampus } from "../domain/index.ts";
import { createCampusUseCases } from "../use-cases/index.ts";
import { campusMigrations, createCampusStore } from "./index.ts";

const demo = path.resolve(import.meta.dirname, "../../../../../apps/bff/demo");
const parse = (file: string): unknown => JSON.parse(readFileSync(path.join(demo, file), "utf8"));
function content(options?: ImportOptions): CampusContent {
  const read = readCampus(parse("campus.geojson"), parse("walkgraph.json"), options);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const clock = manualClock(1_800_000_000_000);
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...campusMigrations]);
});
afterAll(() => db.drop());

describe("campus on PostgreSQL", () => {
  it("keeps what was imported, once, and answers from it", async () => {
    const campus = createCampusUseCases({ store: createCampusStore(db.sql), clock });
    const demoCampus = content();
    const { campusId } = demoCampus.campus;
    expect(await campus.campus(campusId)).toBeNull();
    expect(await campus.importCampus(demoCampus)).toEqual({ changed: true });
    expect(await campus.importCampus(content())).toEqual({ changed: false });
    expect(await campus.campus(campusId)).toEqual(demoCampus.campus);
    expect(await campus.places(campusId)).toEqual(demoCampus.places);
    expect(await campus.mapGeojson(campusId)).toEqual(demoCampus.map);
    const [from, to] = [demoCampus.buildings.find((b) => b.kind === "canteen"), demoCampus.places[0]];
    if (!from || !to) throw new Error("the demo campus has canteens and places");
    expect(await campus.building(campusId, from.buildingId)).toMatchObject({
      name: from.name,
      centre: from.centre,
    });
    expect(await campus.place(campusId, to.placeId)).toEqual(to);
    const walk = await campus.walk(campusId, from.door, to.point);
    expect(walk?.metres).toBeGreaterThan(20);
    expect(await campus.walk(campusId, from.door, to.point)).toBe(walk);
  });

  it("updates at a later import, and another process sees it after its next look", async () => {
    const mine = createCampusUseCases({ store: createCampusStore(db.sql), clock });
    const other = createCampusUseCases({ store: createCampusStore(db.sql), clock });
    const { campusId } = content().campus;
    expect((await other.campus(campusId))?.name).toBe("澄湖大学");
    expect(await mine.importCampus(content({ name: "澄湖学院", pickupPoints: [] }))).toEqual({
      changed: true,
    });
    expect((await mine.campus(campusId))?.name).toBe("澄湖学院");
    expect((await mine.places(campusId)).every((p) => p.kind === "dormitory")).toBe(true);
    clock.advance(5_000);
    expect((await other.campus(campusId))?.name).toBe("澄湖学院");
    const [row] = await db.sql<{ places: number; campuses: number }[]>`
      select (select count(*)::int from place) as places, (select count(*)::int from campus) as campuses`;
    expect(row).toEqual({ places: 12, campuses: 1 });
  });

  it("keeps campuses apart", async () => {
    const campus = createCampusUseCases({ store: createCampusStore(db.sql), clock });
    const second = content({ campusId: toId("campus", "cmp_00000000000000000002"), name: "第二校区" });
    await campus.importCampus(second);
    const first = content().campus.campusId;
    expect((await campus.campus(first))?.name).toBe("澄湖学院");
    expect(
      await campus.place(first, second.places[0]?.placeId ?? toId("place", "plc_00000000000000000000")),
    ).toBeNull();
  });
});
