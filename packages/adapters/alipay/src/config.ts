import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { type AlipayTemplates, defaultTemplates, type SubscribableKind } from "./templates.ts";

export type AlipayConfig = {
  /** `https://openapi.alipay.com/gateway.do`, or a sandbox's. */
  readonly gateway: string;
  readonly appId: string;
  readonly appPrivateKey: KeyObject;
  /** The platform's key, not the public half of our own. */
  readonly alipayPublicKey: KeyObject;
  readonly sellerId: string;
  readonly templates: AlipayTemplates;
  readonly timeoutMs: number;
};

export type Environment = Readonly<Record<string, string | undefined>>;

const required = [
  "ALIPAY_GATEWAY",
  "ALIPAY_APP_ID",
  "ALIPAY_APP_PRIVATE_KEY",
  "ALIPAY_PUBLIC_KEY",
  "ALIPAY_SELLER_ID",
] as const;

/**
 * Reads the configuration of the mini-program. Optional: ALIPAY_TEMPLATES (JSON: message kind to template id),
 * ALIPAY_TIMEOUT_MS. Throws an Error that names every variable that is missing, or the one that is malformed; values are
 * never repeated.
 */
export function readAlipayConfig(env: Environment): AlipayConfig {
  const missing = required.filter((name) => !env[name]?.trim());
  if (missing.length > 0) throw new Error(`Alipay configuration is incomplete, set: ${missing.join(", ")}`);
  const value = (name: (typeof required)[number]): string => env[name]?.trim() ?? "";
  return {
    gateway: gatewayUrl(value("ALIPAY_GATEWAY")),
    appId: value("ALIPAY_APP_ID"),
    appPrivateKey: readKey("ALIPAY_APP_PRIVATE_KEY", value("ALIPAY_APP_PRIVATE_KEY"), createPrivateKey),
    alipayPublicKey: readKey("ALIPAY_PUBLIC_KEY", value("ALIPAY_PUBLIC_KEY"), createPublicKey),
    sellerId: value("ALIPAY_SELLER_ID"),
    templates: readTemplates(env.ALIPAY_TEMPLATES),
    timeoutMs: readTimeout(env.ALIPAY_TIMEOUT_MS),
  };
}

function gatewayUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new Error("ALIPAY_GATEWAY is not an http(s) URL");
  return text;
}

function readKey(name: string, pem: string, parse: (pem: string) => KeyObject): KeyObject {
  try {
    // Deployment tools put a PEM into one line and write its line ends as \n.
    return parse(pem.replaceAll("\\n", "\n"));
  } catch {
    throw new Error(`${name} is not a PEM key`);
  }
}

function readTimeout(text: string | undefined): number {
  const ms = text ? Number(text) : 5_000;
  if (!Number.isInteger(ms) || ms < 1)
    throw new Error("ALIPAY_TIMEOUT_MS is not a whole number of milliseconds");
  return ms;
}

function readTemplates(text: string | undefined): AlipayTemplates {
  if (!text) return defaultTemplates;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Error("ALIPAY_TEMPLATES is not JSON");
  }
  if (typeof given !== "object" || given === null) throw new Error("ALIPAY_TEMPLATES is not a JSON object");
  const templates: Record<SubscribableKind, string> = { ...defaultTemplates };
  for (const [kind, id] of Object.entries(given)) {
    if (!(kind in defaultTemplates))
      throw new Error(`ALIPAY_TEMPLATES names the unknown message kind ${kind}`);
    if (typeof id !== "string" || !id) throw new Error(`ALIPAY_TEMPLATES has no template id for ${kind}`);
    templates[kind as SubscribableKind] = id;
  }
  return templates;
}
