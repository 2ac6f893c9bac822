import { randomBytes } from "node:crypto";
import { connect, type Migration, migrate, type Sql } from "@sanqi/database";

export type TestDatabase = { readonly sql: Sql; readonly url: string; drop(): Promise<void> };

/**
 * A fresh, migrated database on the server that the test run started (its address is in SANQI_TEST_POSTGRES).
 * @param prepare brings in what is no migration of ours: `prepareJobs`
 */
export async function testDatabase(
  migrations: readonly Migration[],
  prepare?: (url: string) => Promise<void>,
): Promise<TestDatabase> {
  const server = process.env.SANQI_TEST_POSTGRES;
  if (!server)
    throw new Error("SANQI_TEST_POSTGRES is not set: run the tests through vitest's global set-up");
  const admin = connect(server, { max: 1 });
  const name = `t_${randomBytes(6).toString("hex")}`;
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const sql = connect(url.href, { max: 8 });
  await prepare?.(url.href);
  await migrate(sql, migrations);
  return {
    sql,
    url: url.href,
    async drop() {
      await sql.end({ timeout: 1 });
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
