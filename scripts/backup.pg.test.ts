import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect, type Sql } from "@sanqi/database";
import { debianBinaries, type PostgresServer, startPostgres } from "@sanqi/local-postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeAndPay } from "../apps/bff/src/scenarios/lunch.ts";
import { type Stage, setStage } from "../apps/bff/src/scenarios/stage.ts";
import { findTool } from "./doctor/postgres-client.ts";

const root = path.resolve(import.meta.dirname, "..");
const binaries = debianBinaries(15);
const why = binaries ? "" : " (left out: Debian's PostgreSQL 15 is not installed)";

/** Runs one of the commands as an operator would; `typed` is what stands on its standard input. */
const run = (script: string, args: string[], url: string, typed = "") =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [`scripts/${script}.ts`, ...args],
      { cwd: root, env: { PATH: process.env.PATH, DATABASE_URL: url } },
      (error, out, problems) => resolve({ code: Number(error?.code ?? 0), said: out + problems }),
    );
    child.stdin?.end(typed);
  });

describe.skipIf(!binaries)(`backup and restore${why}`, () => {
  let folder: string;
  let server: PostgresServer;
  let stage: Stage;
  let before: string | undefined;
  let admin: Sql;
  let source: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "sanqi-backup-"));
    // The server runs as another user where we are root.
    chmodSync(folder, 0o755);
    if (!binaries) return;
    server = await startPostgres({ binaries, dataDir: path.join(folder, "data"), password: "hush-hush" });
    before = process.env.SANQI_TEST_POSTGRES;
    process.env.SANQI_TEST_POSTGRES = server.url;
    admin = connect(server.url, { max: 1 });
    stage = await setStage();
    source = stage.config.databaseUrl;
    await placeAndPay(stage, await stage.as("weapp", "lin"));
    await placeAndPay(stage, await stage.as("alipay", "chen"));
  });
  afterAll(async () => {
    process.env.SANQI_TEST_POSTGRES = before;
    await stage?.close();
    await admin?.end();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const target = async (name: string) => {
    await admin.unsafe(`create database ${name}`);
    return server.url.replace(/\/postgres$/, `/${name}`);
  };
  const reading = async <T>(url: string, read: (sql: Sql) => Promise<T>): Promise<T> => {
    const sql = connect(url, { max: 1 });
    try {
      return await read(sql);
    } finally {
      await sql.end();
    }
  };
  const books = (url: string) =>
    reading(url, async (sql) => [
      [...(await sql`select * from orders order by order_id`)],
      [...(await sql`select * from payment order by payment_id`)],
      [...(await sql`select * from schema_migration order by module, name`)],
    ]);

  it("goes there and back with the product running, and the books agree", async () => {
    const file = path.join(folder, "noon.backup");
    const saved = await run("backup", [file], source);
    expect(saved.said).toMatch(/✓ .*noon\.backup: \d+ KiB.*orders 222.*payments 2/);
    expect(saved.code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await run("backup", [file], source);
    expect([again.code, again.said]).toEqual([1, expect.stringContaining("stays as it is")]);
    expect(readdirSync(folder).filter((name) => name.includes("part"))).toEqual([]);

    const url = await target("restored");
    const back = await run("restore", [file], url);
    expect(back.said).not.toContain("✗");
    expect(back.said).toMatch(/restored.*orders 222.*payments 2/);
    for (const name of ["schema", "totals", "payments", "stock", "events"])
      expect(back.said).toMatch(new RegExp(`✓ .*${name}: `));
    expect(back.code).toBe(0);
    expect(await books(url)).toEqual(await books(source));
    expect(back.said + saved.said).not.toContain("hush-hush");
  });

  it("replaces a database only when it is told to and somebody says yes, and never half", async () => {
    const file = path.join(folder, "force.backup");
    expect((await run("backup", [file], source)).code).toBe(0);
    const url = await target("occupied");
    await reading(url, (sql) => sql.unsafe("create table mine (a int); insert into mine values (7)"));
    const mine = () => reading(url, async (sql) => (await sql`select a from mine`)[0]?.a);
    expect((await run("restore", [file], url)).said).toContain("--force");
    expect((await run("restore", [file, "--force"], url, "n\n")).said).toContain("Kept as it was");
    expect((await run("restore", [file, "--force"], url)).said).toContain("Kept as it was");
    const rubbish = path.join(folder, "rubbish");
    writeFileSync(rubbish, "not a backup");
    const broken = await run("restore", [rubbish, "--force"], url, "y\n");
    expect([broken.code, broken.said]).toEqual([1, expect.stringContaining("pg_restore")]);
    expect(await mine()).toBe(7);
    const done = await run("restore", [file, "--force"], url, "y\n");
    expect(done.said).toContain("restored");
    expect(done.code).toBe(0);
    await expect(mine()).rejects.toThrow(/mine/);
    // Over a database of the product itself: its jobs are replaced with its tables.
    const jobs = () =>
      reading(url, async (sql) =>
        (await sql`select key from graphile_worker.jobs order by key`).map((row) => row.key),
      );
    const kept = await jobs();
    expect(kept.length).toBeGreaterThan(5);
    await reading(url, (sql) => sql`select graphile_worker.add_job('of today', job_key := 'of today')`);
    expect((await run("restore", [rubbish, "--force"], url, "y\n")).code).toBe(1);
    expect(await jobs()).toContain("of today");
    const over = await run("restore", [file, "--force"], url, "y\n");
    expect([over.code, over.said]).toEqual([0, expect.stringContaining("restored")]);
    expect(await jobs()).toEqual(kept);
    const schemas = await reading(
      url,
      (sql) => sql`select 1 from pg_namespace where nspname like 'sanqi_before%'`,
    );
    expect(schemas.count).toBe(0);
  });

  it("says what does not agree", async () => {
    const url = await target("cooked");
    const clean = path.join(folder, "clean.backup");
    expect((await run("backup", [clean], source)).code).toBe(0);
    expect((await run("restore", [clean], url)).code).toBe(0);
    await reading(url, (sql) =>
      sql.unsafe(`update payment set state = 'closed' where channel = 'alipay';
        update order_line set quantity = 9, total_fen = unit_fen * 9;
        update outbox set published = false, occurred_at = occurred_at - 3600000 where event_id = (
          select min(event_id) from outbox where key in (select order_id from orders where host = 'weapp'));
        update inbox set state = 'parked' where event_id = (
          select max(event_id) from inbox where key in (select order_id from orders where host = 'weapp'));
        select graphile_worker.permanently_fail_jobs(array(
          select min(id) from graphile_worker.jobs where locked_at is null));
        update schema_migration set checksum = 'other' where module = 'care'`),
    );
    const file = path.join(folder, "cooked.backup");
    expect((await run("backup", [file], url)).code).toBe(0);
    const back = await run("restore", [file], await target("cooked_again"));
    expect(back.code).toBe(1);
    for (const name of ["schema", "totals", "payments", "events"])
      expect(back.said).toMatch(new RegExp(`✗ .*${name}: `));
    expect(back.said).toMatch(/! .*parked events/);
    expect(back.said).toMatch(/! .*parked jobs/);
    expect(back.said).toMatch(/ord_[0-9a-z]{20}/);
  });

  it("refuses what it cannot do, in words", async () => {
    const inUse = await run("restore", [path.join(folder, "clean.backup"), "--force"], source, "y\n");
    expect(inUse.said).toContain("stop it first");
    expect((await run("restore", [path.join(folder, "nowhere")], source)).said).toContain("no such file");
    expect((await run("backup", [], source)).said).toContain("Usage");
    expect((await run("backup", ["a", "--quick"], source)).said).toContain("--quick");
    const lost = path.join(folder, "lost");
    expect((await run("backup", [lost], "postgres://u:p@127.0.0.1:9/x")).said).toContain("cannot reach");
    expect((await run("backup", [lost], server.url)).said).toContain("not a database of Sanqi");
    expect(existsSync(lost)).toBe(false);
    const nowhere = await run("backup", [path.join(folder, "none", "x")], source);
    expect([nowhere.code, nowhere.said]).toEqual([1, expect.stringContaining("cannot write the file")]);
    const reader = new URL(await target("not_mine"));
    await admin.unsafe("create role reader login password 'hush-hush'");
    await reading(reader.href, (sql) => sql.unsafe("create table mine (a int)"));
    reader.username = "reader";
    const refused = await run("restore", [path.join(folder, "clean.backup"), "--force"], reader.href, "y\n");
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining("not permitted")]);
  });
});

describe("the tools of PostgreSQL", () => {
  it("must be of the server's major version; otherwise what to install is said", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "sanqi-tools-"));
    const tool = path.join(folder, "pg_dump");
    try {
      expect(() => findTool("pg_dump", 18, [folder])).toThrow(/postgresql-client-18/);
      writeFileSync(tool, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 17.2'\n", { mode: 0o755 });
      expect(() => findTool("pg_dump", 18, [folder])).toThrow(/PostgreSQL 18[\s\S]*found: .*\(17\)/);
      expect(findTool("pg_dump", 17, [folder])).toBe(tool);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
