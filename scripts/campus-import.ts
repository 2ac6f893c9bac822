import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readCampus } from "@sanqi/campus";
import { campusMigrations, createCampusStore } from "@sanqi/campus/persistence";
import { createCampusUseCases } from "@sanqi/campus/use-cases";
import { connect, migrate } from "@sanqi/database";
import { isId } from "@sanqi/kernel";

const help = `用法 Usage: npm run campus:import -- <campus.geojson> [walkgraph.json] [选项 options]

把真实校园地图（GeoJSON，WGS-84）写入 DATABASE_URL 的数据库；重复导入只会更新。
Writes a real campus map (GeoJSON, WGS-84) into the database of DATABASE_URL; importing again updates.

  --campus cmp_…    导入到这个校区；缺省由文件中的第一个校园要素确定
                    import into this campus; otherwise made from the file's first campus feature
  --name 名称        校区名称 name of the campus (otherwise from the file)
  --name-en NAME    英文名称 English name
  --check           只检查，不写入 check only, write nothing
  --help`;

/** A failure that the person in front of the terminal can mend; printed without a stack. */
class Refused extends Error {}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Refused(`无法读取文件 cannot read the file: ${file}`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refused(`不是有效的 JSON not valid JSON: ${file}: ${(cause as Error).message}`);
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        campus: { type: "string" },
        name: { type: "string" },
        "name-en": { type: "string" },
        check: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (cause) {
    throw new Refused(`${(cause as Error).message}\n\n${help}`);
  }
}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [mapFile, graphFile, ...rest] = positionals;
  if (values.help) return console.log(help);
  if (!mapFile || rest.length > 0) throw new Refused(help);
  if (values.campus !== undefined && !isId("campus", values.campus))
    throw new Refused(`不是校区编号 not a campus id (cmp_ and 20 characters of 0-9a-z): ${values.campus}`);
  const read = readCampus(readJson(mapFile), graphFile ? readJson(graphFile) : undefined, {
    ...(values.campus && { campusId: values.campus }),
    ...(values.name && { name: values.name }),
    ...(values["name-en"] && { nameEn: values["name-en"] }),
  });
  if (!read.ok) {
    const lines = read.error.map(({ where, reason }) => `  ${where}: ${reason.zh} / ${reason.en}`);
    throw new Refused(`${mapFile}\n${lines.join("\n")}`);
  }
  const { campus, buildings, places, graph } = read.value;
  const count = (list: readonly { kind: string }[], kind: string) =>
    list.filter((x) => x.kind === kind).length;
  console.log(
    `${campus.campusId}  ${campus.name} / ${campus.nameEn}
楼宇 buildings ${buildings.length}，食堂 canteens ${count(buildings, "canteen")}，宿舍 dormitories ${count(places, "dormitory")}，取餐点 pick-up points ${count(places, "pickupPoint")}
步行图 walking graph: ${graph.edges.length} 段 edges, ${Math.round(graph.edges.reduce((sum, e) => sum + e.metres, 0))} m`,
  );
  if (values.check) return;
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Refused("请设置 DATABASE_URL: set DATABASE_URL to a PostgreSQL address, or use --check");
  const sql = connect(url, { max: 1, name: "sanqi-campus-import" });
  try {
    await migrate(sql, campusMigrations);
    const imports = createCampusUseCases({ store: createCampusStore(sql), clock: { now: Date.now } });
    const { changed } = await imports.importCampus(read.value);
    console.log(
      changed ? "已写入 written" : "内容相同，未改动 the same content is there already; nothing changed",
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}

try {
  await run();
} catch (cause) {
  const { code, message } = cause as Error & { code?: string };
  if (cause instanceof Refused) console.error(message);
  else if (code?.startsWith("E") || code?.startsWith("CONNECT"))
    console.error(`无法连接数据库 cannot reach the database of DATABASE_URL: ${message || code}`);
  else console.error(cause);
  process.exitCode = 1;
}
