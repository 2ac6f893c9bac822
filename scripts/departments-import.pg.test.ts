import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const campusId = "cmp_00000000000000000001";
let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await testDatabase([]);
  folder = mkdtempSync(path.join(tmpdir(), "sanqi-departments-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db?.drop();
});

const run = (text: string | Uint8Array, ...args: string[]) => {
  const file = path.join(folder, "departments.csv");
  writeFileSync(file, text);
  return new Promise<{ code: number; said: string }>((resolve) => {
    execFile(
      process.execPath,
      ["scripts/departments-import.ts", file, ...args],
      {
        cwd: path.resolve(import.meta.dirname, ".."),
        env: { ...process.env, DATABASE_URL: db.url, SANQI_CAMPUS: campusId },
      },
      (error, out, problems) => resolve({ code: error ? 1 : 0, said: out + problems }),
    );
  });
};
const names = async () =>
  (
    await db.sql<{ name: string }[]>`select name from department where campus_id = ${campusId} order by name`
  ).map((row) => row.name);

describe("npm run departments:import", () => {
  it("writes departments, updates the same keys, and nothing where a line is wrong", async () => {
    expect(
      (await run("key,name,dingtalk_dept_id\nphysics,物理系,7\nlaw,法学院,", "--dry-run")).said,
    ).toContain("nothing");
    expect((await run("key,name,dingtalk_dept_id\nphysics,物理系,7\nlaw,法学院,")).said).toContain(
      "written: 2",
    );
    expect(await run("key,name\nlaw,法学系")).toMatchObject({ code: 0 });
    expect(await names()).toEqual(["法学系", "物理系"].sort());
    const wrong = await run("key,name\nart,艺术系\nart,美术系");
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining("departments.csv:3: key") });
    const taken = await run("key,name,dingtalk_dept_id\nart,艺术系,7");
    expect(taken).toMatchObject({ code: 1, said: expect.stringContaining("belongs to another department") });
    expect(await names()).toHaveLength(2);
  });
  it("reads what Excel in China saves, and nothing that is broken", async () => {
    // "key,name\nphilosophy,哲学系" in GBK.
    const gbk = Buffer.from("6b65792c6e616d650a7068696c6f736f7068792cd5dcd1a7cfb5", "hex");
    const said = await run(gbk, "--dry-run");
    expect(said).toMatchObject({ code: 0, said: expect.stringContaining("哲学系") });
    const before = await names();
    const broken = Buffer.concat([Buffer.from("key,name\nart,"), Uint8Array.of(0xff, 0x80, 0xff)]);
    for (const bytes of [broken, "key,name\nart,艺术\uFFFD"])
      expect(await run(bytes)).toMatchObject({
        code: 1,
        said: expect.stringContaining("neither UTF-8 nor GBK"),
      });
    expect(await names()).toEqual(before);
  });
});
