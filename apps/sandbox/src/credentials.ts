import { generateKeyPairSync, randomBytes } from "node:crypto";

/** What the platforms know about the merchant, and their own secrets. Serialisable as JSON. */
export type PlatformSecrets = {
  readonly wechat: { readonly appId: string; readonly appSecret: string };
  readonly wechatPay: {
    readonly mchId: string;
    readonly mchSerial: string;
    readonly mchPublicKey: string;
    readonly platformSerial: string;
    readonly platformPrivateKey: string;
    /** 32 characters, used as they are as the AES-256 key. */
    readonly apiV3Key: string;
  };
  readonly alipay: {
    readonly appId: string;
    readonly appPublicKey: string;
    readonly alipayPrivateKey: string;
    readonly sellerId: string;
  };
  readonly dingtalk: {
    readonly corpId: string;
    readonly appKey: string;
    readonly appSecret: string;
    readonly agentId: number;
    readonly callbackToken: string;
    /** 43 characters: base64 of 32 bytes without its last "=". */
    readonly callbackAesKey: string;
  };
};

/** What the product reads from its environment. The base URLs stay empty until `envFor` knows the address. */
export type SandboxEnv = Record<
  | "WECHAT_API_BASE"
  | "WECHAT_APP_ID"
  | "WECHAT_APP_SECRET"
  | "WECHATPAY_BASE"
  | "WECHATPAY_MCH_ID"
  | "WECHATPAY_MCH_SERIAL"
  | "WECHATPAY_MCH_PRIVATE_KEY"
  | "WECHATPAY_PLATFORM_SERIAL"
  | "WECHATPAY_PLATFORM_PUBLIC_KEY"
  | "WECHATPAY_APIV3_KEY"
  | "ALIPAY_GATEWAY"
  | "ALIPAY_APP_ID"
  | "ALIPAY_APP_PRIVATE_KEY"
  | "ALIPAY_PUBLIC_KEY"
  | "ALIPAY_SELLER_ID"
  | "DINGTALK_OAPI_BASE"
  | "DINGTALK_API_BASE"
  | "DINGTALK_CORP_ID"
  | "DINGTALK_APP_KEY"
  | "DINGTALK_APP_SECRET"
  | "DINGTALK_AGENT_ID"
  | "DINGTALK_CALLBACK_TOKEN"
  | "DINGTALK_CALLBACK_AES_KEY",
  string
>;

export type SandboxCredentials = { readonly sandbox: PlatformSecrets; readonly env: SandboxEnv };

const hex = (bytes: number): string => randomBytes(bytes).toString("hex");

const rsaPair = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });

/**
 * Fresh keys for both sides. Every id says "sandbox", so that a production configuration can refuse it.
 * Takes up to a second: four RSA-2048 pairs.
 */
export function createSandboxCredentials(): SandboxCredentials {
  const merchant = rsaPair();
  const wechatPay = rsaPair();
  const app = rsaPair();
  const alipay = rsaPair();
  const sandbox: PlatformSecrets = {
    wechat: { appId: "wxsandbox000000001", appSecret: hex(16) },
    wechatPay: {
      mchId: "sandbox1900000001",
      mchSerial: hex(20).toUpperCase(),
      mchPublicKey: merchant.publicKey,
      platformSerial: `PUB_KEY_ID_01190000000120261122${hex(8).toUpperCase()}`,
      platformPrivateKey: wechatPay.privateKey,
      apiV3Key: hex(16),
    },
    alipay: {
      appId: "sandbox2021000000000001",
      appPublicKey: app.publicKey,
      alipayPrivateKey: alipay.privateKey,
      sellerId: "2088000000000001",
    },
    dingtalk: {
      corpId: "dingsandboxcorp00000001",
      appKey: "dingsandboxapp0000001",
      appSecret: hex(32),
      agentId: 1_000_001,
      callbackToken: hex(8),
      callbackAesKey: randomBytes(32).toString("base64").slice(0, 43),
    },
  };
  const env: SandboxEnv = {
    WECHAT_API_BASE: "",
    WECHAT_APP_ID: sandbox.wechat.appId,
    WECHAT_APP_SECRET: sandbox.wechat.appSecret,
    WECHATPAY_BASE: "",
    WECHATPAY_MCH_ID: sandbox.wechatPay.mchId,
    WECHATPAY_MCH_SERIAL: sandbox.wechatPay.mchSerial,
    WECHATPAY_MCH_PRIVATE_KEY: merchant.privateKey,
    WECHATPAY_PLATFORM_SERIAL: sandbox.wechatPay.platformSerial,
    WECHATPAY_PLATFORM_PUBLIC_KEY: wechatPay.publicKey,
    WECHATPAY_APIV3_KEY: sandbox.wechatPay.apiV3Key,
    ALIPAY_GATEWAY: "",
    ALIPAY_APP_ID: sandbox.alipay.appId,
    ALIPAY_APP_PRIVATE_KEY: app.privateKey,
    ALIPAY_PUBLIC_KEY: alipay.publicKey,
    ALIPAY_SELLER_ID: sandbox.alipay.sellerId,
    DINGTALK_OAPI_BASE: "",
    DINGTALK_API_BASE: "",
    DINGTALK_CORP_ID: sandbox.dingtalk.corpId,
    DINGTALK_APP_KEY: sandbox.dingtalk.appKey,
    DINGTALK_APP_SECRET: sandbox.dingtalk.appSecret,
    DINGTALK_AGENT_ID: String(sandbox.dingtalk.agentId),
    DINGTALK_CALLBACK_TOKEN: sandbox.dingtalk.callbackToken,
    DINGTALK_CALLBACK_AES_KEY: sandbox.dingtalk.callbackAesKey,
  };
  return { sandbox, env };
}

/** The product's environment with the base URLs of a running sandbox; `url` without a trailing slash. */
export function envFor(credentials: SandboxCredentials, url: string): SandboxEnv {
  return {
    ...credentials.env,
    WECHAT_API_BASE: `${url}/wechat`,
    WECHATPAY_BASE: `${url}/wechatpay`,
    ALIPAY_GATEWAY: `${url}/alipay/gateway.do`,
    DINGTALK_OAPI_BASE: `${url}/dingtalk-oapi`,
    DINGTALK_API_BASE: `${url}/dingtalk-api`,
  };
}
