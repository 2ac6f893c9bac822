import { dieAtVariable } from "@sanqi/resilience";
import type { Config } from "./config.ts";

const officialHosts: Readonly<Record<string, string>> = {
  WECHAT_API_BASE: "api.weixin.qq.com",
  WECHATPAY_BASE: "api.mch.weixin.qq.com",
  ALIPAY_GATEWAY: "openapi.alipay.com",
  DINGTALK_OAPI_BASE: "oapi.dingtalk.com",
  DINGTALK_API_BASE: "api.dingtalk.com",
};
const accountNames = [
  "WECHAT_APP_ID",
  "WECHATPAY_MCH_ID",
  "ALIPAY_APP_ID",
  "DINGTALK_CORP_ID",
  "DINGTALK_APP_KEY",
];

const defaultPasswords = new Set(["postgres", "password", "sanqi", "test", "admin", "changeme", "123456"]);

/** No password at all is another matter: the server may know its clients by certificate. */
function hasDefaultPassword(databaseUrl: string): boolean {
  if (!URL.canParse(databaseUrl)) return false;
  const { username, password } = new URL(databaseUrl);
  return password !== "" && (defaultPasswords.has(decodeURIComponent(password)) || password === username);
}

/** Why this configuration must not serve real people; empty: it may. Only production mode is asked. */
export function productionRefusals(config: Config): string[] {
  if (config.mode !== "production") return [];
  const reasons: string[] = [];
  const env = config.environment;
  if (config.seedDemo) reasons.push("SANQI_SEED_DEMO fills the database with a fictional campus: unset it");
  if (config.sandboxUrl)
    reasons.push(
      "SANQI_SANDBOX_URL lets a browser play WeChat, Alipay or DingTalk and log in as anybody: unset it",
    );
  if (env[dieAtVariable])
    reasons.push(`${dieAtVariable} makes the process kill itself, for crash runs: unset it`);
  if (!config.publicUrl.startsWith("https://"))
    reasons.push("PUBLIC_URL must be https: platforms and students send personal data to it");
  if (config.trustedProxies.size === 0)
    reasons.push(
      "TRUSTED_PROXIES is not set: name the TLS proxy's address, or every caller looks like one and the same",
    );
  for (const name of accountNames) {
    if (/sandbox/i.test(env[name] ?? ""))
      reasons.push(`${name} belongs to the sandbox: set the real account`);
  }
  for (const [name, host] of Object.entries(officialHosts)) {
    const value = env[name] ?? "";
    if (!URL.canParse(value) || new URL(value).host !== host || !value.startsWith("https://")) {
      reasons.push(`${name} must be https://${host}: the keys of real people are sent there`);
    }
  }
  if (config.pictureSecret.length < 32)
    reasons.push(
      "SANQI_PICTURE_SECRET must be 32 random characters or more: who can guess it sees the pictures in complaints",
    );
  if (hasDefaultPassword(config.databaseUrl))
    reasons.push("DATABASE_URL holds a default password: set a secret one");
  return reasons;
}
