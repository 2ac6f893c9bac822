import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { connect, type Sql } from "@sanqi/database";
import { checkBooks } from "./doctor/books.ts";
import { type Finding, print } from "./doctor/finding.ts";
import { explain, findTool, Refused, readArguments, runTool } from "./doctor/postgres-client.ts";
import { schemaState } from "./doctor/schema.ts";

const help = `用法 Usage: npm run restore -- <file> [--force]

把 npm run backup 写的文件恢复到 DATABASE_URL 的数据库，然后检查表结构和账目。先停掉服务。
Brings a file of npm run backup back into the database of DATABASE_URL, then checks schema and books. Stop the product
first. 库不为空时拒绝；--force 询问后替换，失败则原样保留。
Refuses a database that is not empty; --force replaces it after a question, and keeps it as it was where that fails.`;

/** What the database held before, until the restore has succeeded. */
const aside = "sanqi_before_restore";
/** What a backup brings back: our tables, the jobs, and the job library's own tables. */
const schemas = ["public", "jobs", "graphile_worker"] as const;

async function run(): Promise<void> {
  const given = readArguments(help);
  if (!given) return console.log(help);
  const { file, force, databaseUrl } = given;
  if (!existsSync(file)) throw new Refused(`✗ 没有这个文件 there is no such file: ${file}`);
  const sql = connect(databaseUrl, { max: 1, name: "sanqi-restore" });
  try {
    const [server] = await sql<{ major: number; name: string }[]>`
      select current_setting('server_version_num')::int / 10000 as major, current_database() as name`;
    const tool = findTool("pg_restore", server?.major ?? 0);
    await refuseWhileRunning(sql);
    const occupied = await tables(sql);
    if (occupied > 0 && !force)
      throw new Refused(
        `✗ 数据库 ${server?.name} 不是空的（${occupied} 张表） the database is not empty; --force 替换 replaces it`,
      );
    if (occupied > 0) await ask(`${server?.name}`, occupied);
    await replace(sql, occupied > 0, () =>
      runTool(tool, databaseUrl, [
        "--no-owner",
        "--no-privileges",
        "--exit-on-error",
        "--single-transaction",
        file,
      ]),
    );
    const [rows] = await sql<{ orders: number; payments: number }[]>`
      select (select count(*)::int from orders) as orders, (select count(*)::int from payment) as payments`;
    console.log(`✓ 已恢复 restored: 订单 orders ${rows?.orders}，付款 payments ${rows?.payments}`);
    const found = [...(await schemaFindings(sql)), ...(await checkBooks(sql))];
    for (const finding of found) console.log(print(finding, process.env));
    if (found.some((finding) => finding.mark === "wrong")) process.exitCode = 1;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function tables(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm')`;
  return row?.count ?? 0;
}

async function refuseWhileRunning(sql: Sql): Promise<void> {
  const running = await sql`
    select 1 from pg_stat_activity where datname = current_database() and application_name = 'sanqi-bff'`;
  if (running.count > 0)
    throw new Refused("✗ 服务正在使用这个数据库，先停掉它 the product is using this database: stop it first");
}

async function ask(name: string, occupied: number): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  const question = `替换 ${name} 里的 ${occupied} 张表？现有数据会消失。
Replace the ${occupied} tables of ${name}? What is there now will be gone. [y/N] `;
  const answer = await Promise.race([terminal.question(question), closed]);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Refused("保留原样。 Kept as it was.");
}

/** Moves the old tables aside, so that a file that cannot be restored costs nothing. */
async function replace(sql: Sql, occupied: boolean, work: () => Promise<void>): Promise<void> {
  if (!occupied) return work();
  const [left] = await sql`select 1 from pg_namespace where nspname like ${`${aside}%`}`;
  if (left)
    throw new Refused(
      `✗ 上一次恢复中断，旧数据在 ${aside}* 里；核对后改名或删除这些 schema
  a restore was cut off and the old data stand in schemas ${aside}*: look, then rename or drop them`,
    );
  const old = await sql<{ name: string }[]>`
    select nspname as name from pg_namespace where nspname = any(${[...schemas]}::text[])`;
  const moved = old.map(({ name }) => ({ name, to: `${aside}_${name}` }));
  const drop = (names: readonly string[]) =>
    names.map((name) => `drop schema if exists ${name} cascade;`).join(" ");
  const rename = moved.map(({ name, to }) => `alter schema ${name} rename to ${to};`).join(" ");
  await sql.unsafe(`begin; ${rename} create schema public; commit`);
  try {
    await work();
  } catch (cause) {
    const back = moved.map(({ name, to }) => `alter schema ${to} rename to ${name};`).join(" ");
    await sql.unsafe(`begin; ${drop(schemas)} ${back} commit`);
    throw cause;
  }
  await sql.unsafe(drop(moved.map(({ to }) => to)));
}

async function schemaFindings(sql: Sql): Promise<Finding[]> {
  const { missing, changed, unknown } = await schemaState(sql);
  const name = "表结构 schema";
  const strange = [...changed, ...unknown];
  if (strange.length > 0)
    return [
      {
        mark: "wrong",
        name,
        what: { zh: `不属于本版本：${strange.join(", ")}。`, en: "is not of this release." },
        fix: { zh: "运行写备份的那个版本", en: "run the release that wrote the backup" },
      },
    ];
  if (missing.length > 0)
    return [
      {
        mark: "note",
        name,
        what: { zh: `较旧，缺少 ${missing.join(", ")}。`, en: "is older." },
        fix: { zh: "下次启动会自动补上", en: "the next start applies what is missing" },
      },
    ];
  return [{ mark: "good", name, what: { zh: "与本版本一致。", en: "is that of this release." } }];
}

await run().catch(explain);
