import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { npmBinaries, startPostgres } from "@sanqi/local-postgres";

/** One PostgreSQL for the whole test run, thrown away afterwards; vitest calls it before the first test. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sanqi-test-pg-"));
  const server = await startPostgres({
    binaries: await npmBinaries(),
    dataDir,
    password: "test",
    // Lost on a power cut, which is fine for data that lives for one run.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" },
  });
  process.env.SANQI_TEST_POSTGRES = server.url;
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
