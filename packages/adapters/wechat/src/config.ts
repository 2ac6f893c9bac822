import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { defaultTemplates, type SubscribableKind, type WechatTemplates } from "./templates.ts";

export type WechatPayConfig = {
  /** Signed paths begin after it: `https://api.mch.weixin.qq.com`, or a sandbox's `http://host/wechatpay`. */
  readonly base: string;
  readonly mchId: string;
  readonly mchSerial: string;
  readonly mchPrivateKey: KeyObject;
  /** Sent as `Wechatpay-Serial`, so that the platform answers and notifies with this key. */
  readonly platformSerial: string;
  /** By serial (`PUB_KEY_ID_…` or a certificate's serial): while keys rotate, two are in use. */
  readonly platformKeys: ReadonlyMap<string, KeyObject>;
  /** Exactly 32 bytes. */
  readonly apiV3Key: Buffer;
};

export type WechatConfig = {
  readonly apiBase: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly miniprogramState: "developer" | "trial" | "formal";
  readonly templates: WechatTemplates;
  readonly timeoutMs: number;
  readonly pay: WechatPayConfig;
};

export type Environment = Readonly<Record<string, string | undefined>>;

const required = [
  "WECHAT_API_BASE",
  "WECHAT_APP_ID",
  "WECHAT_APP_SECRET",
  "WECHATPAY_BASE",
  "WECHATPAY_MCH_ID",
  "WECHATPAY_MCH_SERIAL",
  "WECHATPAY_MCH_PRIVATE_KEY",
  "WECHATPAY_PLATFORM_SERIAL",
  "WECHATPAY_PLATFORM_PUBLIC_KEY",
  "WECHATPAY_APIV3_KEY",
] as const;

/** Unset means "formal", the only state in which people outside the developer's team receive messages. */
const miniprogramStates = ["developer", "trial", "formal"] as const;

/**
 * Reads the configuration of the mini-program and of WeChat Pay. Optional: WECHAT_TEMPLATES (JSON: message kind to
 * template id), WECHAT_MINIPROGRAM_STATE, WECHAT_TIMEOUT_MS.
 * Throws an Error that names every variable that is missing, or the one that is malformed; values are never repeated.
 */
export function readWechatConfig(env: Environment): WechatConfig {
  const missing = required.filter((name) => !env[name]?.trim());
  if (missing.length > 0) throw new Error(`WeChat configuration is incomplete, set: ${missing.join(", ")}`);
  const value = (name: (typeof required)[number]): string => env[name]?.trim() ?? "";
  const serial = value("WECHATPAY_PLATFORM_SERIAL");
  const apiV3Key = Buffer.from(value("WECHATPAY_APIV3_KEY"), "utf8");
  if (apiV3Key.length !== 32) throw new Error("WECHATPAY_APIV3_KEY is not 32 bytes long");
  return {
    apiBase: baseUrl("WECHAT_API_BASE", value("WECHAT_API_BASE")),
    appId: value("WECHAT_APP_ID"),
    appSecret: value("WECHAT_APP_SECRET"),
    miniprogramState: readState(env.WECHAT_MINIPROGRAM_STATE),
    templates: readTemplates(env.WECHAT_TEMPLATES),
    timeoutMs: readTimeout(env.WECHAT_TIMEOUT_MS),
    pay: {
      base: baseUrl("WECHATPAY_BASE", value("WECHATPAY_BASE")),
      mchId: value("WECHATPAY_MCH_ID"),
      mchSerial: value("WECHATPAY_MCH_SERIAL"),
      mchPrivateKey: readKey(
        "WECHATPAY_MCH_PRIVATE_KEY",
        value("WECHATPAY_MCH_PRIVATE_KEY"),
        createPrivateKey,
      ),
      platformSerial: serial,
      platformKeys: new Map([
        [
          serial,
          readKey("WECHATPAY_PLATFORM_PUBLIC_KEY", value("WECHATPAY_PLATFORM_PUBLIC_KEY"), createPublicKey),
        ],
      ]),
      apiV3Key,
    },
  };
}

function baseUrl(name: string, text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new Error(`${name} is not an http(s) URL`);
  return text.replace(/\/+$/, "");
}

function readKey(name: string, pem: string, parse: (pem: string) => KeyObject): KeyObject {
  try {
    // Deployment tools put a PEM into one line and write its line ends as \n.
    return parse(pem.replaceAll("\\n", "\n"));
  } catch {
    throw new Error(`${name} is not a PEM key`);
  }
}

function readState(text: string | undefined): WechatConfig["miniprogramState"] {
  if (!text) return "formal";
  const state = miniprogramStates.find((known) => known === text);
  if (!state) throw new Error(`WECHAT_MINIPROGRAM_STATE is none of ${miniprogramStates.join(", ")}`);
  return state;
}

function readTimeout(text: string | undefined): number {
  const ms = text ? Number(text) : 5_000;
  if (!Number.isInteger(ms) || ms < 1)
    throw new Error("WECHAT_TIMEOUT_MS is not a whole number of milliseconds");
  return ms;
}

function readTemplates(text: string | undefined): WechatTemplates {
  if (!text) return defaultTemplates;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Error("WECHAT_TEMPLATES is not JSON");
  }
  if (typeof given !== "object" || given === null) throw new Error("WECHAT_TEMPLATES is not a JSON object");
  const templates: Record<SubscribableKind, string> = { ...defaultTemplates };
  for (const [kind, id] of Object.entries(given)) {
    if (!(kind in defaultTemplates))
      throw new Error(`WECHAT_TEMPLATES names the unknown message kind ${kind}`);
    if (typeof id !== "string" || !id) throw new Error(`WECHAT_TEMPLATES has no template id for ${kind}`);
    templates[kind as SubscribableKind] = id;
  }
  return templates;
}
