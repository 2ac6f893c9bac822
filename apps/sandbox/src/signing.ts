import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import type { PlatformSecrets } from "./credentials.ts";

/** SHA256withRSA (PKCS#1 v1.5), base64: the one algorithm that both payment platforms sign with. */
export const rsaSign = (text: string, key: KeyObject): string =>
  sign("sha256", Buffer.from(text, "utf8"), key).toString("base64");

export function rsaVerify(text: string | Buffer, signature: string, key: KeyObject): boolean {
  return verify(
    "sha256",
    typeof text === "string" ? Buffer.from(text, "utf8") : text,
    key,
    Buffer.from(signature, "base64"),
  );
}

/** AES-256-GCM as WeChat Pay packs it: base64 of cipher text and 16-byte tag; the nonce is used as text. */
export function gcmSeal(input: { text: string; key: string; nonce: string; aad: string }): string {
  const cipher = createCipheriv(
    "aes-256-gcm",
    Buffer.from(input.key, "utf8"),
    Buffer.from(input.nonce, "utf8"),
  );
  cipher.setAAD(Buffer.from(input.aad, "utf8"));
  const sealed = Buffer.concat([cipher.update(input.text, "utf8"), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]).toString("base64");
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Random text of digits and small letters. */
export const token = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % 36]).join("");

/** Random text of digits. */
export const digits = (length: number): string =>
  Array.from(randomBytes(length), (byte) => byte % 10).join("");

export type Keys = {
  readonly merchant: KeyObject;
  readonly wechatPay: KeyObject;
  readonly alipayApp: KeyObject;
  readonly alipay: KeyObject;
};

/** Keys parsed once: parsing PEM on each request would cost more than the signature check. */
export const parseKeys = (secrets: PlatformSecrets): Keys => ({
  merchant: createPublicKey(secrets.wechatPay.mchPublicKey),
  wechatPay: createPrivateKey(secrets.wechatPay.platformPrivateKey),
  alipayApp: createPublicKey(secrets.alipay.appPublicKey),
  alipay: createPrivateKey(secrets.alipay.alipayPrivateKey),
});
