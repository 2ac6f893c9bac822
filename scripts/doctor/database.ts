import { connect, type Sql } from "@sanqi/database";
import { readDemo } from "../../apps/bff/src/seed/demo-content.ts";
import { adviceFor } from "./advice.ts";
import { type Finding, good, note, type Words, wrong } from "./finding.ts";
import { schemaState } from "./schema.ts";
import type { Settings } from "./settings.ts";

/** PostgreSQL's SQLSTATE, or the system's own code, to what to do about it. */
const faults: Readonly<Record<string, Words>> = {
  ECONNREFUSED: {
    zh: "启动 PostgreSQL，核对主机和端口",
    en: "start PostgreSQL, check the host and the port",
  },
  ENOTFOUND: { zh: "主机名不存在，核对拼写", en: "no such host, check its name" },
  CONNECT_TIMEOUT: { zh: "核对主机、端口和防火墙", en: "check host, port and firewall" },
  "28P01": { zh: "用户名或密码不对", en: "user or password is wrong" },
  "28000": {
    zh: "服务器不允许这个用户从这里登录（pg_hba.conf）",
    en: "pg_hba.conf refuses this user from here",
  },
  "3D000": {
    zh: "没有这个库：createdb，或核对库名",
    en: "no such database: createdb it, or check the name",
  },
};

/** What to say of a connection that could not be made. */
export function databaseFault(cause: unknown): Finding {
  const { code = "", message } = cause as Error & { code?: string };
  return wrong(
    "DATABASE_URL",
    { zh: "无法连接数据库。", en: `cannot reach the database: ${code || message}.` },
    faults[code] ?? adviceFor("DATABASE_URL"),
  );
}

export async function checkDatabase({ config, unusable }: Settings): Promise<Finding[]> {
  if (unusable.has("DATABASE_URL")) return [];
  let sql: Sql | undefined;
  try {
    sql = connect(config.databaseUrl, { max: 1, name: "sanqi-doctor" });
    const campusId = config.seedDemo ? readDemo().ids.campusId : config.campusId;
    return await look(sql, unusable.has("SANQI_CAMPUS") ? null : campusId, config.consoleUser);
  } catch (cause) {
    return [databaseFault(cause)];
  } finally {
    await sql?.end({ timeout: 1 });
  }
}

async function look(sql: Sql, campusId: string | null, user: string): Promise<Finding[]> {
  const [server] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  const found = [good("DATABASE_URL", "可以连接，", `reachable, PostgreSQL ${server?.version}.`)];
  const { missing, changed, unknown } = await schemaState(sql);
  if (missing.length > 0)
    found.push(
      note(
        "表结构 schema",
        { zh: `缺少 ${missing.length} 步：${missing.join(", ")}。`, en: "steps are missing." },
        { zh: "启动服务时会自动补上", en: "the next start of the product applies them" },
      ),
    );
  if (changed.length + unknown.length > 0)
    found.push(
      wrong(
        "表结构 schema",
        { zh: `与本版本不符：${[...changed, ...unknown].join(", ")}。`, en: "not of this release." },
        {
          zh: "运行写入这些步骤的版本，或恢复备份",
          en: "run the release that applied these steps, or restore a backup",
        },
      ),
    );
  if (missing.length + changed.length + unknown.length === 0)
    found.push(good("表结构 schema", "与本版本一致。", "is that of this release."));
  if (campusId && !missing.some((step) => /^(campus|identity)\//.test(step)))
    found.push(...(await lookForPeople(sql, campusId, user)));
  else if (campusId) found.push(noCampus(campusId));
  return found;
}

const noCampus = (campusId: string): Finding =>
  wrong(
    "SANQI_CAMPUS",
    { zh: "数据库里没有这个校区。", en: `there is no campus ${campusId} in the database.` },
    adviceFor("SANQI_CAMPUS"),
  );

async function lookForPeople(sql: Sql, campusId: string, user: string): Promise<Finding[]> {
  const found: Finding[] = [];
  const [campus] = await sql<{ name: string; places: number }[]>`
    select name, (select count(*)::int from place where campus_id = ${campusId}) as places from campus where campus_id = ${campusId}`;
  if (!campus) found.push(noCampus(campusId));
  else if (campus.places === 0)
    found.push(
      wrong(
        "SANQI_CAMPUS",
        { zh: "校区没有任何送餐地点。", en: "the campus has no place to deliver to." },
        {
          zh: "在地图里加上宿舍或取餐点后重新导入",
          en: "add dormitories or pick-up points to the map, import again",
        },
      ),
    );
  else found.push(good("SANQI_CAMPUS", `${campus.name}，`, `${campus.places} places to deliver to.`));
  const operators = await sql`
    select 1 from console_credential where campus_id = ${campusId} and username = ${user}`;
  found.push(
    operators.count > 0
      ? good("SANQI_CONSOLE_USER", `控制台用户 ${user} 已建立。`, "the console's operator is there.")
      : note(
          "SANQI_CONSOLE_USER",
          { zh: `还没有控制台用户 ${user}。`, en: "no operator of the console yet." },
          {
            zh: "首次启动服务会建立并打印一次密码",
            en: "the first start makes one and prints the password once",
          },
        ),
  );
  return found;
}
