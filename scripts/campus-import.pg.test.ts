import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const shared = path.join(root, "../shared/data");
let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await testDatabase([]);
  folder = mkdtempSync(path.join(tmpdir(), "sanqi-import-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

const importCampus = (args: string[], url: string | undefined = db.url) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const { DATABASE_URL: _, ...env } = process.env;
    execFile(
      process.execPath,
      ["scripts/campus-import.ts", ...args],
      { cwd: root, env: { ...env, ...(url && { DATABASE_URL: url }) } },
      (error, out, problems) => resolve({ code: error ? 1 : 0, said: out + problems }),
    );
  });
const demo = "apps/bff/demo/campus.geojson";
const campuses = async () =>
  (await db.sql<{ name: string }[]>`select name from campus order by name`).map((c) => c.name);

describe("npm run campus:import", () => {
  it("writes a campus once and says what it did", async () => {
    const args = [demo, "apps/bff/demo/walkgraph.json", "--campus", "cmp_00000000000000000001"];
    const first = await importCampus([...args, "--name", "导入的校区"]);
    expect(first.said).toContain("dormitories 12");
    expect(first.said).toContain("written");
    expect((await importCampus([...args, "--name", "导入的校区"])).said).toContain("nothing changed");
    expect((await importCampus(args)).said).toContain("written");
    expect(await campuses()).toEqual(["澄湖大学"]);
  });
  it.each([
    ["no file", [], /Usage/],
    ["an unknown option", [demo, "--force"], /--force/],
    ["a missing file", ["nowhere.geojson"], /cannot read the file: nowhere\.geojson/],
    ["a campus id that is none", [demo, "--campus", "cmp_1"], /not a campus id/],
  ])("refuses %s", async (_, args, reason) => {
    const { code, said } = await importCampus(args);
    expect(said).toMatch(reason);
    expect(code).toBe(1);
  });
  it("refuses broken and foreign files by reason, and needs a database", async () => {
    const broken = path.join(folder, "broken.geojson");
    writeFileSync(broken, "{");
    expect((await importCampus([broken])).said).toContain("not valid JSON");
    writeFileSync(broken, JSON.stringify({ type: "FeatureCollection", features: [] }));
    expect((await importCampus([broken])).said).toContain("has no feature of layer campus with a name");
    expect((await importCampus([demo], "")).said).toContain("DATABASE_URL");
    expect((await importCampus([demo], "postgres://127.0.0.1:9/none")).said).toContain(
      "cannot reach the database",
    );
    expect((await importCampus([demo, "--check"], "")).code).toBe(0);
  });
  const there = existsSync(path.join(shared, "campus_shu_baoshan.geojson"));
  it.skipIf(!there)(
    `imports both real campuses${there ? "" : " (left out: ../shared/data is not there)"}`,
    async () => {
      for (const [file, dormitories] of [
        ["campus_shu_baoshan", 31],
        ["campus_bupt_xitucheng", 14],
      ]) {
        const done = await importCampus([
          path.join(shared, `${file}.geojson`),
          path.join(shared, `${file}_walkgraph.json`),
        ]);
        expect(done.said).toContain(`dormitories ${dormitories}`);
        expect(done.said).toContain("written");
      }
      expect(await campuses()).toHaveLength(3);
    },
  );
});
