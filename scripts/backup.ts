import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { connect } from "@sanqi/database";
import { explain, findTool, Refused, readArguments, runTool } from "./doctor/postgres-client.ts";

const help = `用法 Usage: npm run backup -- <file>

把 DATABASE_URL 的数据库整个写入一个新文件（pg_dump 自定义格式），服务可以照常运行；已有的文件不会被覆盖。
Writes the whole database of DATABASE_URL into a new file (pg_dump's custom format) while the product runs; never
overwrites a file. 恢复 to bring it back: npm run restore -- <file>`;

async function run(): Promise<void> {
  const given = readArguments(help);
  if (!given) return console.log(help);
  const { file, databaseUrl } = given;
  refuseExisting(file);
  const sql = connect(databaseUrl, { max: 1, name: "sanqi-backup" });
  const half = `${file}.part-${process.pid}`;
  try {
    const [server] = await sql<{ major: number }[]>`
      select current_setting('server_version_num')::int / 10000 as major`;
    const tool = findTool("pg_dump", server?.major ?? 0);
    // Personal data: only we may read the file, also while it grows.
    closeSync(openSync(half, "wx", 0o600));
    // One snapshot for the dump and for the counts, so that the counts are those of the file.
    const counts = await sql.begin("isolation level repeatable read read only", async (tx) => {
      const [snapshot] = await tx<{ id: string }[]>`select pg_export_snapshot() as id`;
      const [rows] = await tx<{ orders: number; payments: number }[]>`
        select (select count(*)::int from orders) as orders, (select count(*)::int from payment) as payments`;
      const format = ["--format=custom", "--no-owner", "--no-privileges"];
      await runTool(tool, databaseUrl, [...format, `--snapshot=${snapshot?.id}`, `--file=${half}`]);
      return rows;
    });
    refuseExisting(file);
    renameSync(half, file);
    const size = (statSync(file).size / 1024).toFixed(0);
    console.log(`✓ ${file}: ${size} KiB，订单 orders ${counts?.orders}，付款 payments ${counts?.payments}`);
  } catch (cause) {
    if ((cause as { code?: string }).code === "42P01")
      throw new Refused("✗ 这不是三栖的数据库 not a database of Sanqi: DATABASE_URL");
    throw cause;
  } finally {
    rmSync(half, { force: true });
    await sql.end({ timeout: 1 });
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file))
    throw new Refused(`✗ 文件已存在，不覆盖 the file is there already and stays as it is: ${file}`);
}

await run().catch(explain);
