import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** What the console of the app holds for callbacks; `ownerKey` is the AppKey of an internal app (dingtalk.md 8a). */
export type CallbackKeys = { readonly token: string; readonly aesKey: string; readonly ownerKey: string };

export type Sealed = {
  readonly msg_signature: string;
  readonly timeStamp: string;
  readonly nonce: string;
  readonly encrypt: string;
};

// PKCS#7 over blocks of 32, although AES blocks have 16: node's own padding would be refused.
const block = 32;

const keyOf = (aesKey: string): Buffer => Buffer.from(`${aesKey}=`, "base64");

export const callbackSignature = (
  parts: readonly [token: string, timestamp: string, nonce: string, encrypt: string],
): string =>
  createHash("sha1")
    .update([...parts].sort().join(""))
    .digest("hex");

/** Encrypts and signs one message. `prefix` is random in use and fixed in vectors. */
export function sealCallback(
  keys: CallbackKeys,
  message: {
    readonly text: string;
    readonly timestamp: string;
    readonly nonce: string;
    readonly prefix?: Buffer;
  },
): Sealed {
  const body = Buffer.from(message.text, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([
    message.prefix ?? randomBytes(16),
    length,
    body,
    Buffer.from(keys.ownerKey, "utf8"),
  ]);
  const pad = block - (plain.length % block);
  const key = keyOf(keys.aesKey);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const encrypt = Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])),
    cipher.final(),
  ]).toString("base64");
  const { timestamp, nonce } = message;
  return {
    msg_signature: callbackSignature([keys.token, timestamp, nonce, encrypt]),
    timeStamp: timestamp,
    nonce,
    encrypt,
  };
}

/** The text of a sealed message, or null when signature, padding or owner are not ours. */
export function openCallback(keys: CallbackKeys, sealed: Sealed): string | null {
  const { msg_signature: signature, timeStamp, nonce, encrypt } = sealed;
  if (callbackSignature([keys.token, timeStamp, nonce, encrypt]) !== signature) return null;
  const key = keyOf(keys.aesKey);
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const bytes = Buffer.from(encrypt, "base64");
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
  const plain = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const pad = plain.at(-1) ?? 0;
  if (pad < 1 || pad > block || pad > plain.length - 20) return null;
  if (plain.subarray(-pad).some((byte) => byte !== pad)) return null;
  const content = plain.subarray(16, -pad);
  const end = 4 + content.readUInt32BE(0);
  if (end > content.length || content.subarray(end).toString("utf8") !== keys.ownerKey) return null;
  return content.subarray(4, end).toString("utf8");
}
