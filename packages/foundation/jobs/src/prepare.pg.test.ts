import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect, migrate } from "@sanqi/database";
import { debianBinaries, npmBinaries, type PostgresServer, startPostgres } from "@sanqi/local-postgres";
import { createLog } from "@sanqi/observability";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enqueue, jobMigrations } from "./index.ts";
import { noting } from "./stage-for-tests.ts";
import { prepareJobs, startJobs } from "./worker.ts";

const servers = [
  ["15", debianBinaries(15)],
  ["18", await npmBinaries()],
] as const;

describe.each(servers)("the library's schema on PostgreSQL %s", (major, binaries) => {
  const missing = binaries ? "" : ` (left out: no PostgreSQL ${major} from Debian on this machine)`;
  const dataDir = mkdtempSync(path.join(tmpdir(), "sanqi-jobs-"));
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    if (binaries)
      server = await startPostgres({ binaries, dataDir, password: "test", settings: { fsync: "off" } });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it.skipIf(!binaries)(`comes up once, whoever starts at the same time, and works${missing}`, async () => {
    const url = server?.url ?? "";
    const sql = connect(url, { max: 4 });
    await Promise.all([1, 2, 3, 4, 5].map(() => prepareJobs(url)));
    await migrate(sql, jobMigrations);
    const seen: string[] = [];
    const worker = await startJobs({
      ...{ databaseUrl: url, sql, recurring: [], tasks: [noting("note", seen)], pollMs: 20 },
      ...{ log: createLog({ name: "test", write: () => {} }), onFailure: () => {} },
    });
    await enqueue(sql, { task: "note", key: "soup", payload: { who: "soup" }, runAt: 1_000 });
    await until(() => seen.length === 1);
    await worker.stop();
    expect((await sql`select 1 from graphile_worker.jobs`).count).toBe(0);
    await sql.end();
  });
});
