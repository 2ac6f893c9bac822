import { createDecipheriv, type KeyObject, sign as rsaSign, verify as rsaVerify } from "node:crypto";

/** What WeChat Pay allows between its clock and ours, both ways, in seconds. */
export const maximumSkewSeconds = 300;

/** SHA256withRSA, PKCS#1 v1.5, base64. */
export const signText = (text: string, key: KeyObject): string =>
  rsaSign("sha256", Buffer.from(text, "utf8"), key).toString("base64");

/** True where `signature` (base64) over exactly these bytes was made with the private half of `key`. */
export function verifyBytes(bytes: Uint8Array, signature: string, key: KeyObject): boolean {
  const given = Buffer.from(signature, "base64");
  // Decoding skips what is no base64: one signature, one spelling.
  return given.toString("base64") === signature && rsaVerify("sha256", bytes, key, given);
}

export type SignedRequest = {
  readonly method: string;
  /** Path with query, as it stands in the URL that is sent, after the base. */
  readonly path: string;
  readonly timestamp: string;
  readonly nonce: string;
  /** The exact text sent; empty for GET. */
  readonly body: string;
};

/** The five lines that a request's signature covers; the last line end stays even where the body is empty. */
export const requestMessage = (r: SignedRequest): string =>
  `${r.method}\n${r.path}\n${r.timestamp}\n${r.nonce}\n${r.body}\n`;

/** The value of the Authorization header of APIv3. */
export function authorization(
  request: SignedRequest,
  merchant: { readonly mchId: string; readonly mchSerial: string; readonly mchPrivateKey: KeyObject },
): string {
  const signature = signText(requestMessage(request), merchant.mchPrivateKey);
  return (
    `WECHATPAY2-SHA256-RSA2048 mchid="${merchant.mchId}",nonce_str="${request.nonce}",` +
    `timestamp="${request.timestamp}",serial_no="${merchant.mchSerial}",signature="${signature}"`
  );
}

/** What `wx.requestPayment` needs (appId is signed but not passed); `timestamp` in seconds. */
export function requestPaymentParams(
  given: {
    readonly appId: string;
    readonly prepayId: string;
    readonly timestamp: string;
    readonly nonce: string;
  },
  key: KeyObject,
) {
  const packed = `prepay_id=${given.prepayId}`;
  return {
    timeStamp: given.timestamp,
    nonceStr: given.nonce,
    package: packed,
    signType: "RSA",
    paySign: signText(`${given.appId}\n${given.timestamp}\n${given.nonce}\n${packed}\n`, key),
  } as const;
}

export type SignatureHeaders = {
  readonly serial: string | undefined;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly nonce: string | undefined;
  /** Absent means RSA. */
  readonly type: string | undefined;
};

/** Picks the signature headers; `header` looks a lower-case name up. */
export const signatureHeaders = (header: (name: string) => string | undefined): SignatureHeaders => ({
  serial: header("wechatpay-serial"),
  signature: header("wechatpay-signature"),
  timestamp: header("wechatpay-timestamp"),
  nonce: header("wechatpay-nonce"),
  type: header("wechatpay-signature-type"),
});

export type SignatureVerdict =
  | { readonly kind: "genuine" }
  | { readonly kind: "forged"; readonly detail: string }
  | { readonly kind: "stale"; readonly detail: string };

/**
 * Verifies what the platform signed (an answer or a notification): `timestamp\nnonce\nrawBody\n`, by the key that the serial
 * names. Freshness is judged after the signature, so that "stale" always means a genuine message at a wrong time.
 * @param nowMs epoch ms
 */
export function verifyPlatformSignature(
  headers: SignatureHeaders,
  body: Uint8Array,
  against: { readonly keys: ReadonlyMap<string, KeyObject>; readonly nowMs: number },
): SignatureVerdict {
  const { serial, signature, timestamp, nonce, type } = headers;
  if (!serial || !signature || !timestamp || !nonce) return forged("signature headers are missing");
  if (type && type !== "WECHATPAY2-SHA256-RSA2048") return forged("unknown signature type");
  // The platform probes whether we verify at all; a probe must be refused like any forgery.
  if (signature.startsWith("WECHATPAY/SIGNTEST/")) return forged("signature probe");
  const key = against.keys.get(serial);
  if (!key) return forged("unknown serial");
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`, "utf8"), body, Buffer.from("\n")]);
  if (!verifyBytes(message, signature, key)) return forged("signature does not match");
  const skew = Math.abs(Math.floor(against.nowMs / 1000) - Number(timestamp));
  if (!(skew <= maximumSkewSeconds)) return { kind: "stale", detail: `clock differs by ${skew} s` };
  return { kind: "genuine" };
}

const forged = (detail: string): SignatureVerdict => ({ kind: "forged", detail });

/**
 * AEAD_AES_256_GCM as WeChat Pay packs it: base64 of cipher text and 16-byte tag, the nonce used as text. The key's length
 * picks the AES size: 32 bytes for every real APIv3 key (the configuration insists on it).
 * Answers undefined where anything has been tampered with.
 */
export function decryptResource(
  sealed: { readonly ciphertext: string; readonly nonce: string; readonly associatedData: string },
  key: Uint8Array,
): string | undefined {
  const bytes = Buffer.from(sealed.ciphertext, "base64");
  if (bytes.length < 16 || (key.length !== 32 && key.length !== 16)) return undefined;
  try {
    const iv = Buffer.from(sealed.nonce, "utf8");
    const name = key.length === 32 ? "aes-256-gcm" : "aes-128-gcm";
    const decipher = createDecipheriv(name, key, iv, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(sealed.associatedData, "utf8"));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
