export type DingtalkCallbackConfig = {
  readonly token: string;
  /** 43 characters: base64 of 32 bytes without its last "=". */
  readonly aesKey: string;
};

export type DingtalkConfig = {
  /** The old family: `https://oapi.dingtalk.com`. */
  readonly oapiBase: string;
  /** The new family: `https://api.dingtalk.com`. */
  readonly apiBase: string;
  readonly corpId: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly agentId: number;
  readonly timeoutMs: number;
  /** null: events are not received by HTTP. */
  readonly callback: DingtalkCallbackConfig | null;
};

export type Environment = Readonly<Record<string, string | undefined>>;

const required = [
  "DINGTALK_OAPI_BASE",
  "DINGTALK_API_BASE",
  "DINGTALK_CORP_ID",
  "DINGTALK_APP_KEY",
  "DINGTALK_APP_SECRET",
  "DINGTALK_AGENT_ID",
] as const;

/**
 * Reads the configuration of the enterprise's app. Optional: DINGTALK_CALLBACK_TOKEN with DINGTALK_CALLBACK_AES_KEY,
 * DINGTALK_TIMEOUT_MS. Throws an Error that names every variable that is missing, or the one that is malformed; values are
 * never repeated.
 */
export function readDingtalkConfig(env: Environment): DingtalkConfig {
  const missing = required.filter((name) => !env[name]?.trim());
  if (missing.length > 0) throw new Error(`DingTalk configuration is incomplete, set: ${missing.join(", ")}`);
  const value = (name: (typeof required)[number]): string => env[name]?.trim() ?? "";
  return {
    oapiBase: baseUrl("DINGTALK_OAPI_BASE", value("DINGTALK_OAPI_BASE")),
    apiBase: baseUrl("DINGTALK_API_BASE", value("DINGTALK_API_BASE")),
    corpId: value("DINGTALK_CORP_ID"),
    appKey: value("DINGTALK_APP_KEY"),
    appSecret: value("DINGTALK_APP_SECRET"),
    agentId: positive("DINGTALK_AGENT_ID", value("DINGTALK_AGENT_ID")),
    timeoutMs: env.DINGTALK_TIMEOUT_MS ? positive("DINGTALK_TIMEOUT_MS", env.DINGTALK_TIMEOUT_MS) : 5_000,
    callback: readCallback(env),
  };
}

function baseUrl(name: string, text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new Error(`${name} is not an http(s) URL`);
  return text.replace(/\/+$/, "");
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${name} is not a positive whole number`);
  return number;
}

function readCallback(env: Environment): DingtalkCallbackConfig | null {
  const token = env.DINGTALK_CALLBACK_TOKEN?.trim();
  const aesKey = env.DINGTALK_CALLBACK_AES_KEY?.trim();
  if (!token && !aesKey) return null;
  if (!token) throw new Error("DINGTALK_CALLBACK_AES_KEY is set, DINGTALK_CALLBACK_TOKEN is missing");
  if (!aesKey) throw new Error("DINGTALK_CALLBACK_TOKEN is set, DINGTALK_CALLBACK_AES_KEY is missing");
  if (!/^[A-Za-z0-9+/]{43}$/.test(aesKey))
    throw new Error("DINGTALK_CALLBACK_AES_KEY is not 43 characters of base64");
  return { token, aesKey };
}
