import { type AlipayConfig, readAlipayConfig } from "@sanqi/alipay";
import { type DingtalkConfig, readDingtalkConfig } from "@sanqi/dingtalk";
import { readWechatConfig, type WechatConfig } from "@sanqi/wechat";
import { type Config, readConfig } from "../../apps/bff/src/config/config.ts";
import { productionRefusals } from "../../apps/bff/src/config/production-refusals.ts";
import { adviceFor } from "./advice.ts";
import { type Finding, good, note, wrong } from "./finding.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export type Settings = {
  readonly findings: readonly Finding[];
  readonly config: Config;
  /** Variables of `config` that stand-ins replaced: what depends on them cannot be looked at. */
  readonly unusable: ReadonlySet<string>;
  readonly wechat: WechatConfig | null;
  readonly alipay: AlipayConfig | null;
  readonly dingtalk: DingtalkConfig | null;
};

/** Well-formed values that let the reader go on to the next fault, so that all are told at once. */
const standIns: Environment = {
  DATABASE_URL: "postgres://unset.invalid/unset",
  PUBLIC_URL: "https://unset.invalid",
  SANQI_CAMPUS: `cmp_${"0".repeat(20)}`,
  SANQI_ROLES: undefined,
  PORT: undefined,
  SANQI_BUS: undefined,
  SANQI_KAFKA_BROKERS: "unset.invalid:9092",
  SANQI_KAFKA_TOPIC: undefined,
  SANQI_REDIS_URL: undefined,
  SANQI_ORDER_GROUP: undefined,
};

const blame = (name: string, reason: string): Finding =>
  wrong(
    name,
    / is not set\b|^missing$/.test(reason)
      ? { zh: "没有设置。", en: "is not set." }
      : { zh: "不能这样设置。", en: reason },
    adviceFor(name),
  );

function readAll(env: Environment): { config: Config; findings: Finding[]; unusable: Set<string> } {
  const findings: Finding[] = [];
  const unusable = new Set<string>();
  let patched = env;
  for (;;) {
    try {
      return { config: readConfig(patched), findings, unusable };
    } catch (cause) {
      const { message } = cause as Error;
      const name = /^[A-Z_]+/.exec(message)?.[0] ?? "";
      // A variable that fails again, or that has no stand-in, would be asked about for ever.
      if (!(name in standIns) || unusable.has(name)) throw cause;
      findings.push(blame(name, message));
      unusable.add(name);
      patched = { ...patched, [name]: standIns[name] };
    }
  }
}

function readPlatform<T>(read: (env: Environment) => T, env: Environment, findings: Finding[]): T | null {
  try {
    return read(env);
  } catch (cause) {
    const { message } = cause as Error;
    const missing = /set: (.+)$/.exec(message)?.[1]?.split(", ");
    if (missing) findings.push(...missing.map((name) => blame(name, "missing")));
    else findings.push(blame(/[A-Z][A-Z0-9_]{5,}/.exec(message)?.[0] ?? "", message));
    return null;
  }
}

/** Reads everything that the product reads at its start, and says all that is wrong with it at once. Opens no connection. */
export function readSettings(env: Environment): Settings {
  const { config, findings, unusable } = readAll(env);
  for (const reason of productionRefusals(config)) {
    const name = /^[A-Z_]+/.exec(reason)?.[0] ?? "";
    if (!unusable.has(name)) findings.push(blame(name, reason));
  }
  const wechat = readPlatform(readWechatConfig, env, findings);
  const alipay = readPlatform(readAlipayConfig, env, findings);
  const dingtalk = readPlatform(readDingtalkConfig, env, findings);
  if (config.mode === "demo")
    findings.push(
      note(
        "NODE_ENV",
        {
          zh: "不是 production：正式运行才有的限制未检查。",
          en: "is not production: its refusals were not asked.",
        },
        adviceFor("NODE_ENV"),
      ),
    );
  else findings.push(...templateNotes({ wechat, alipay }));
  if (findings.every((finding) => finding.mark !== "wrong"))
    findings.push(
      good("配置 configuration", "变量齐全，格式正确。", "every variable is there and well formed."),
    );
  return { findings, config, unusable, wechat, alipay, dingtalk };
}

/** The readers' defaults are the sandbox's templates, which no real platform knows: messages would be refused. */
function templateNotes(by: Pick<Settings, "wechat" | "alipay">): Finding[] {
  const found: Finding[] = [];
  for (const [name, config] of [
    ["WECHAT_TEMPLATES", by.wechat],
    ["ALIPAY_TEMPLATES", by.alipay],
  ] as const) {
    const left = Object.entries(config?.templates ?? {}).filter(([, id]) => id.startsWith("tmpl-order-"));
    if (left.length === 0) continue;
    const kinds = left.map(([kind]) => kind).join(", ");
    found.push(
      wrong(
        name,
        { zh: `这些消息没有真实的模板：${kinds}。`, en: "no real template for these messages." },
        {
          zh: '在平台申请模板，设为 JSON：{"order-accepted":"模板编号",…}，字段见 docs/go-live.md',
          en: 'get templates from the platform and set JSON {"order-accepted":"id",…}; fields: docs/go-live.md',
        },
      ),
    );
  }
  if (by.wechat && by.wechat.miniprogramState !== "formal")
    found.push(
      note(
        "WECHAT_MINIPROGRAM_STATE",
        { zh: "只有开发团队能收到消息。", en: "only the developers' team receives messages." },
        { zh: "上线时删除这个变量", en: "unset it when you go live" },
      ),
    );
  return found;
}
