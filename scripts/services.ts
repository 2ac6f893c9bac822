/** Starts PostgreSQL, Redis and Kafka of one's own until Ctrl-C. `scripts/services` calls it after installing. */
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@sanqi/database";
import { npmBinaries, startPostgres } from "@sanqi/local-postgres";
import { kafkaLacks, redisLacks, startKafka, startRedis } from "@sanqi/local-services";

/** Everything that must be removed, last started first. */
const running: { name: string; remove(): Promise<unknown> }[] = [];
let stopping: Promise<void> | null = null;

function removeAll(code: number): Promise<void> {
  stopping ??= (async () => {
    for (const { name, remove } of running.reverse())
      await remove().catch((error: unknown) => console.error(`! ${name}:`, error));
    process.exit(code);
  })();
  return stopping;
}
const keep = (name: string) => (remove: () => Promise<unknown>) => void running.push({ name, remove });

async function postgres(): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sanqi-services-pg-"));
  keep("PostgreSQL's folder")(() => rm(dataDir, { recursive: true, force: true }));
  const password = crypto.randomUUID();
  const server = await startPostgres({
    ...{ binaries: await npmBinaries(), dataDir, password },
    onSpawn: keep("PostgreSQL"),
  });
  const admin = connect(server.url, { max: 1 });
  await admin.unsafe("create database sanqi");
  await admin.end();
  return server.url.replace(/\/postgres$/, "/sanqi");
}

async function main(): Promise<void> {
  const lines = [`DATABASE_URL=${await postgres()}`];
  const redis = redisLacks();
  if (redis) console.error(`! no Redis: ${redis}`);
  else lines.push(`SANQI_REDIS_URL=${(await startRedis(keep("Redis"))).url}`);
  const kafka = kafkaLacks();
  if (kafka) console.error(`! no Kafka: ${kafka} (Debian: apt-get install default-jre-headless maven)`);
  else {
    console.error("→ starting Kafka (its files, 45 MB, are fetched the first time)");
    const { brokers } = await startKafka(keep("Kafka"));
    lines.push("SANQI_BUS=kafka", `SANQI_KAFKA_BROKERS=${brokers}`);
  }
  // To standard output and nothing else: whoever reads it may take it as it is.
  console.log(lines.map((line) => `export ${line}`).join("\n"));
  console.error("\nCtrl-C 停止 stops everything");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void removeAll(0));
main().catch(async (error: unknown) => {
  // Whoever stopped the start needs no word about what did not start.
  if (stopping) return;
  console.error("✗", error instanceof Error ? error.message : error);
  await removeAll(1);
});
