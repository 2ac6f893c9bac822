import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { createCampusStore } from "@sanqi/campus/persistence";
import { createCatalogStore } from "@sanqi/catalog/persistence";
import { connect, migrate, type Sql } from "@sanqi/database";
import { type CampusId, isId } from "@sanqi/kernel";
import { shiftPortions } from "@sanqi/orders/persistence";
import { migrations } from "../apps/bff/src/composition-root/migrations.ts";
import { type NamedFile, type ReadShops, readShops } from "../apps/bff/src/shops-import/read-shops.ts";

const help = `用法 Usage: npm run shops:import -- <shops.json | 文件夹 folder> [选项 options]

把自己的店铺和菜单写入 DATABASE_URL 的数据库；格式见 docs/import-shops.md。键（key）相同的会更新，全部写入或一行不写。
Writes one's own shops and menus into the database of DATABASE_URL; docs/import-shops.md tells the form. The same keys
update; all is written, or nothing. 正在运行的服务两秒内看到 a running service sees it within two seconds.

  --campus cmp_…    导入到这个校区，缺省为 SANQI_CAMPUS into this campus, otherwise SANQI_CAMPUS
  --dry-run         只检查并列出变化，不写入 check and list what would change, write nothing
  --remove-others   文件里没有的菜从这些店铺的菜单上去掉；缺省保留 takes dishes that are not in the files off these shops'
                    menus; otherwise they stay
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
        "remove-others": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (cause) {
    throw new Refused(`${(cause as Error).message}\n\n${help}`);
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The file, or every .json of the folder in the order of their names. */
function filesAt(place: string): NamedFile[] {
  const names = () =>
    statSync(place).isDirectory()
      ? readdirSync(place)
          .filter((name) => name.endsWith(".json"))
          .sort()
          .map((name) => path.join(place, name))
      : [place];
  const found = attempt(names, `无法读取 cannot read: ${place}`);
  if (found.length === 0) throw new Refused(`文件夹里没有 .json no .json in the folder: ${place}`);
  return found.map((file) => {
    const bytes = attempt(() => readFileSync(file), `无法读取文件 cannot read the file: ${file}`);
    const text = attempt(() => utf8.decode(bytes), `不是 UTF-8 not UTF-8: ${file}`);
    // Some program could not read a character and has put this one in its place.
    if (text.includes("\uFFFD"))
      throw new Refused(`有乱码，请另存为 UTF-8 broken characters; save it as UTF-8: ${file}`);
    const content = attempt((): unknown => JSON.parse(text), `不是有效的 JSON not valid JSON: ${file}`);
    return { name: path.basename(file), content };
  });
}

function attempt<T>(work: () => T, failure: string): T {
  try {
    return work();
  } catch (cause) {
    throw new Refused(`${failure}: ${(cause as Error).message}`);
  }
}

async function read(sql: Sql, campusId: CampusId, files: readonly NamedFile[]): Promise<ReadShops> {
  const campus = await createCampusStore(sql).load(campusId);
  if (!campus) throw new Refused(`没有校区 there is no campus ${campusId}：先 first npm run campus:import`);
  const found = readShops(files, { campusId, buildings: campus.buildings, now: Date.now() });
  if (found.bad.length === 0) return found;
  const rows = found.bad.map(({ where, why }) => `  ${where}: ${why.zh} / ${why.en}`);
  throw new Refused(
    `${rows.join("\n")}\n✗ ${rows.length} 处要修正，没有写入任何内容 to correct; nothing was written`,
  );
}

/** What the import means for each shop, by name. */
async function changes(sql: Sql, campusId: CampusId, { shops, dishes }: ReadShops): Promise<string> {
  const stored = await createCatalogStore(sql, { shift: shiftPortions }).menus(
    campusId,
    shops.map((shop) => shop.shopId),
  );
  const given = new Set(dishes.map((dish) => dish.dishId));
  const lines = shops.map((shop) => {
    const known = stored.find((menu) => menu.shop.shopId === shop.shopId);
    const menu = dishes.filter((dish) => dish.shopId === shop.shopId);
    const before = new Set(known?.dishes.map((dish) => dish.dishId));
    const added = menu.filter((dish) => !before.has(dish.dishId)).length;
    const others = known?.dishes.filter((dish) => !given.has(dish.dishId)).map((dish) => dish.name) ?? [];
    return `${known ? "~" : "+"} ${shop.key}  ${shop.name}: ${menu.length} 道菜 dishes, 新增 new ${added}${
      others.length > 0 ? `, 文件里没有 not in the files: ${others.join("、")}` : ""
    }`;
  });
  return lines.join("\n");
}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [place, ...rest] = positionals;
  if (values.help) return console.log(help);
  if (!place || rest.length > 0) throw new Refused(help);
  const campusId = values.campus ?? process.env.SANQI_CAMPUS ?? "";
  if (!isId("campus", campusId))
    throw new Refused(
      `请用 --campus 或 SANQI_CAMPUS 指定校区 name the campus by --campus or SANQI_CAMPUS: ${campusId}`,
    );
  const files = filesAt(place);
  const url = process.env.DATABASE_URL;
  if (!url) throw new Refused("请设置 DATABASE_URL: set DATABASE_URL to a PostgreSQL address");
  const sql = connect(url, { max: 1, name: "sanqi-shops-import" });
  try {
    await migrate(sql, migrations);
    const content = await read(sql, campusId, files);
    console.log(await changes(sql, campusId, content));
    if (values["dry-run"]) return console.log("只检查，未写入 checked only, nothing was written");
    const { shops, dishes } = content;
    const digest = createHash("sha256")
      .update(JSON.stringify([shops, dishes]))
      .digest("hex");
    await createCatalogStore(sql, { shift: shiftPortions }).save(campusId, {
      ...{ shops, dishes, digest, once: false, keepOthers: !values["remove-others"], at: Date.now() },
    });
    console.log("已写入 written");
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
