import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createCareStore } from "@sanqi/care/persistence";
import { createCareUseCases } from "@sanqi/care/use-cases";
import { connect, migrate } from "@sanqi/database";
import { createIds, isId } from "@sanqi/kernel";
import { newTraceId } from "@sanqi/observability";
import { migrations } from "../apps/bff/src/composition-root/migrations.ts";
import { readDepartments } from "./departments-import/read-departments.ts";
import { readText } from "./departments-import/read-text.ts";

const help = `用法 Usage: npm run departments:import -- <departments.csv> [选项 options]

把院系写入 DATABASE_URL 的数据库，之后可在控制台邀请辅导员；第一行是列名 key,name,dingtalk_dept_id，键（key）相同的会更新。
Writes departments into the database of DATABASE_URL, so that counselors can be invited in the console; the first line names
the columns key,name,dingtalk_dept_id, and the same keys update. 全部写入或一行不写 all is written, or nothing.

  --campus cmp_…    这个校区，缺省为 SANQI_CAMPUS this campus, otherwise SANQI_CAMPUS
  --dry-run         只检查，不写入 check only, write nothing
  --help`;

/** A failure that the person in front of the terminal can mend; printed without a stack. */
class Refused extends Error {}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        campus: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (cause) {
    throw new Refused(`${(cause as Error).message}\n\n${help}`);
  }
}

function textOf(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new Refused(`无法读取文件 cannot read the file: ${file}`);
  }
  const read = readText(bytes);
  if (!read)
    throw new Refused(
      `${file}: 既不是 UTF-8 也不是 GBK，请另存为“CSV UTF-8” neither UTF-8 nor GBK; save it as CSV UTF-8`,
    );
  if (read.encoding === "GBK") console.log("按 GBK 读取，请核对名称 read as GBK; check the names");
  return read.text;
}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file, ...rest] = positionals;
  if (values.help) return console.log(help);
  if (!file || rest.length > 0) throw new Refused(help);
  const campusId = values.campus ?? process.env.SANQI_CAMPUS ?? "";
  if (!isId("campus", campusId))
    throw new Refused(
      `请用 --campus 或 SANQI_CAMPUS 指定校区 name the campus by --campus or SANQI_CAMPUS: ${campusId}`,
    );
  const { rows, bad } = readDepartments(textOf(file), campusId);
  if (bad.length > 0)
    throw new Refused(
      `${bad.map((line) => `${file}:${line}`).join("\n")}\n✗ ${bad.length} 行要修正，没有写入任何内容 lines to correct; nothing was written`,
    );
  console.log(rows.map((row) => `${row.departmentId}  ${row.name}`).join("\n"));
  if (values["dry-run"]) return console.log("只检查，未写入 checked only, nothing was written");
  const url = process.env.DATABASE_URL;
  if (!url) throw new Refused("请设置 DATABASE_URL: set DATABASE_URL to a PostgreSQL address");
  const sql = connect(url, { max: 1, name: "sanqi-departments-import" });
  try {
    await migrate(sql, migrations);
    const ids = createIds(Date.now, (bytes) => crypto.getRandomValues(bytes));
    const care = createCareUseCases({
      store: createCareStore(sql),
      clock: { now: Date.now },
      ids,
      newTraceId,
    });
    await care.upsertDepartments(campusId, rows);
    console.log(`已写入 written: ${rows.length}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

try {
  await run();
} catch (cause) {
  const { code, message } = cause as Error & { code?: string };
  if (cause instanceof Refused) console.error(message);
  // PostgreSQL's unique_violation: a department under another key has the DingTalk id.
  else if (code === "23505")
    console.error(
      "一个 dingtalk_dept_id 已属于别的院系 a dingtalk_dept_id belongs to another department; nothing was written",
    );
  else if (code?.startsWith("E") || code?.startsWith("CONNECT"))
    console.error(`无法连接数据库 cannot reach the database of DATABASE_URL: ${message || code}`);
  else console.error(cause);
  process.exitCode = 1;
}
