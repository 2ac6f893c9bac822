import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect, type Migration, migrate } from "@sanqi/database";
import { debianBinaries, npmBinaries, type PostgresServer, startPostgres } from "@sanqi/local-postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrations } from "./migrations.ts";

const servers = [
  ["15", debianBinaries(15)],
  ["18", await npmBinaries()],
] as const;

describe.each(servers)("the migrations on PostgreSQL %s", (major, binaries) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sanqi-migrations-"));
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    if (binaries)
      server = await startPostgres({ binaries, dataDir, password: "test", settings: { fsync: "off" } });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const missing = binaries ? "" : ` (left out: no PostgreSQL ${major} from Debian on this machine)`;
  const run = it.skipIf(!binaries);
  let count = 0;
  const fresh = async () => {
    const admin = connect(server?.url ?? "", { max: 1 });
    const name = `m_${count++}`;
    await admin.unsafe(`create database ${name}`);
    await admin.end();
    const url = new URL(server?.url ?? "");
    url.pathname = `/${name}`;
    return url.href;
  };

  run(`apply, and then there is nothing left to apply${missing}`, async () => {
    const sql = connect(await fresh(), { max: 2 });
    const [version] = await sql<{ text: string }[]>`select current_setting('server_version') as text`;
    expect(version?.text.split(".")[0]).toBe(major);
    const applied = await migrate(sql, migrations);
    expect(applied).toEqual(migrations.map((m) => `${m.module}/${m.name}`));
    expect(await migrate(sql, migrations)).toEqual([]);
    await sql.end();
  });

  run(`are applied once by four processes that start at once${missing}`, async () => {
    const url = await fresh();
    const pools = Array.from({ length: 4 }, () => connect(url, { max: 2 }));
    const applied = await Promise.all(pools.map((sql) => migrate(sql, migrations)));
    expect(applied.flat().sort()).toEqual(migrations.map((m) => `${m.module}/${m.name}`).sort());
    await Promise.all(pools.map((sql) => sql.end()));
  });

  run(
    `refuse a step that was changed after it was applied, and leave everything as it was${missing}`,
    async () => {
      const sql = connect(await fresh(), { max: 2 });
      await migrate(sql, migrations);
      const [first, ...rest] = migrations;
      const changed = [{ ...(first as Migration), sql: `${first?.sql}\n-- a word more` }, ...rest];
      await expect(migrate(sql, changed)).rejects.toThrow(
        `migration ${first?.module}/${first?.name} was applied with other content`,
      );
      // The lock is free again: the true files still pass.
      expect(await migrate(sql, migrations)).toEqual([]);
      await sql.end();
    },
  );

  run(`undo a step that fails half-way, and go on from there once it is mended${missing}`, async () => {
    const sql = connect(await fresh(), { max: 2 });
    const step = (text: string): Migration => ({ module: "late", name: "0001-late", sql: text });
    const broken = step("create table late (campus_id text primary key); select 1 / 0;");
    await expect(migrate(sql, [...migrations, broken])).rejects.toThrow(/migration late\/0001-late failed/);
    const [row] = await sql<{ there: boolean }[]>`select to_regclass('late') is not null as there`;
    expect(row?.there).toBe(false);
    expect(
      await migrate(sql, [...migrations, step("create table late (campus_id text primary key)")]),
    ).toEqual(["late/0001-late"]);
    await sql.end();
  });
});
