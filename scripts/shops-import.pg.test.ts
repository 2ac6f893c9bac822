import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const campusId = "cmp_00000000000000000001";
const example = "docs/import-shops.example.json";
let db: TestDatabase;
let folder: string;

const script = (name: string, args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(
      process.execPath,
      [`scripts/${name}.ts`, ...args],
      { cwd: root, env: { ...process.env, DATABASE_URL: db.url, SANQI_CAMPUS: campusId } },
      (error, out, problems) => resolve({ code: error ? 1 : 0, said: out + problems }),
    );
  });
const importShops = (...args: string[]) => script("shops-import", args);
const written = (name: string, content: object) => {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};
type Entry = { key: string; building: string; dishes: { key: string; price: string }[] };
const content = () => JSON.parse(readFileSync(path.join(root, example), "utf8")) as { shops: [Entry] };
const dishes = () =>
  db.sql<{ name: string; priceFen: number; pictureId: string | null; version: number }[]>`
    select name, price_fen, picture_id, version from dish where campus_id = ${campusId} order by name`;

beforeAll(async () => {
  db = await testDatabase([]);
  folder = mkdtempSync(path.join(tmpdir(), "sanqi-shops-"));
  const map = ["apps/bff/demo/campus.geojson", "apps/bff/demo/walkgraph.json", "--campus", campusId];
  expect((await script("campus-import", map)).code).toBe(0);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db?.drop();
});

describe("npm run shops:import", () => {
  it("tells what would change, writes it, and updates what has the same keys", async () => {
    const dry = await importShops(example, "--dry-run");
    expect(dry).toMatchObject({ code: 0, said: expect.stringContaining("+ noodles") });
    expect(dry.said).toContain("nothing was written");
    expect(await dishes()).toHaveLength(0);
    expect((await importShops(example)).said).toContain("written");
    // What the kitchen did since then.
    await db.sql`update dish set picture_id = 'pic_00000000000000000001' where campus_id = ${campusId} and name = '凉面'`;
    const { shops } = content();
    const [shop] = shops;
    const [noodles, cold] = shop.dishes;
    const cheaper = { shops: [{ ...shop, dishes: [{ ...cold, price: 9.5 }] }] };
    const kept = await importShops(written("cheaper.json", cheaper));
    expect(kept.said).toMatch(/~ noodles .*招牌牛肉面/);
    expect(await dishes()).toMatchObject([
      { name: "凉面", priceFen: 950, pictureId: "pic_00000000000000000001", version: 2 },
      { name: "招牌牛肉面", priceFen: 1_680 },
    ]);
    await importShops(written("cheaper.json", cheaper), "--remove-others");
    expect((await dishes()).map((dish) => dish.name)).toEqual(["凉面"]);
    expect(noodles?.key).toBe("beef-noodles");
  });
  it("writes nothing of a folder with one bad row, and names all of them", async () => {
    const before = await dishes();
    const { shops } = content();
    const [shop] = shops;
    written("a.json", { shops: [{ ...shop, key: "second" }] });
    written("b.json", { shops: [{ ...shop, key: "third", building: "九食堂" }] });
    written("c.json", { shops: [{ ...shop, key: "fourth", dishes: [{ ...shop.dishes[0], price: "-1" }] }] });
    rmSync(path.join(folder, "cheaper.json"));
    const refused = await importShops(folder);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain("b.json: shops[0].building");
    expect(refused.said).toContain("c.json: shops[0].dishes[0].price");
    expect(refused.said).toContain("nothing was written");
    expect(await dishes()).toEqual(before);
    expect(await db.sql`select 1 from shop where campus_id = ${campusId}`).toHaveLength(1);
  });
  it("reads UTF-8 only, also as Windows marks it", async () => {
    const text = readFileSync(path.join(root, example), "utf8");
    const file = path.join(folder, "encoded.json");
    writeFileSync(file, `\uFEFF${text}`);
    expect((await importShops(file, "--dry-run")).code).toBe(0);
    for (const bytes of [Buffer.from(text, "latin1"), text.replace("招牌", "\uFFFD\uFFFD")]) {
      writeFileSync(file, bytes);
      expect(await importShops(file, "--dry-run")).toMatchObject({
        code: 1,
        said: expect.stringMatching(/UTF-8.*encoded\.json/),
      });
    }
    rmSync(file);
  });
  it.each([
    ["no file", [], /Usage/],
    ["a missing file", ["nowhere.json"], /cannot read: nowhere\.json/],
    ["a folder without files", ["scripts/doctor"], /no \.json/],
    ["another campus", [example, "--campus", `cmp_${"9".repeat(20)}`], /there is no campus/],
    ["a campus id that is none", [example, "--campus", "cmp_1"], /name the campus/],
  ])("refuses %s", async (_, args, reason) => {
    const { code, said } = await importShops(...args);
    expect(said).toMatch(reason);
    expect(said).not.toContain("    at ");
    expect(code).toBe(1);
  });
});
