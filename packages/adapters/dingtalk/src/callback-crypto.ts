import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

/** PKCS#7 over blocks of 32 bytes, twice the cipher's own: pads of 17 to 32 are ordinary, so the cipher may not strip them. */
const block = 32;

export type CallbackSecrets = {
  readonly token: string;
  /** 43 characters: base64 of 32 bytes without its last "=". */
  readonly aesKey: string;
  /** Whom the text is for: the AppKey of an app that was configured in the console. */
  readonly ownerKey: string;
};

/** Lower-case hex SHA-1 of the four texts, sorted as texts and joined. */
export const callbackSignature = (
  token: string,
  timestamp: string,
  nonce: string,
  encrypted: string,
): string => createHash("sha1").update([token, timestamp, nonce, encrypted].sort().join("")).digest("hex");

/** Compares without telling by its duration how much was right. */
export function sameSignature(expected: string, given: string): boolean {
  const a = Buffer.from(expected, "utf8");
  const b = Buffer.from(given, "utf8");
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Encrypts a text as the platform does: 16 random characters, the length in 4 bytes, the text, the owner's key.
 * @param random at least 16 ASCII characters
 */
export function encryptCallback(text: string, secrets: CallbackSecrets, random: string): string {
  const message = Buffer.from(text, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const prefix = Buffer.from(random, "latin1").subarray(0, 16);
  if (prefix.length < 16) throw new RangeError("needs 16 random characters");
  const plain = Buffer.concat([prefix, length, message, Buffer.from(secrets.ownerKey, "utf8")]);
  const pad = block - (plain.length % block);
  const cipher = createCipheriv("aes-256-cbc", ...keyAndIv(secrets.aesKey)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.alloc(pad, pad)),
    cipher.final(),
  ]).toString("base64");
}

/** The text within, or undefined where it is damaged or meant for somebody else. Check the signature first. */
export function decryptCallback(encrypted: string, secrets: CallbackSecrets): string | undefined {
  const bytes = Buffer.from(encrypted, "base64");
  // The cipher's own block is 16; anything else would throw.
  if (bytes.length === 0 || bytes.length % 16 !== 0) return undefined;
  const decipher = createDecipheriv("aes-256-cbc", ...keyAndIv(secrets.aesKey)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > block || !padded.subarray(-pad).every((byte) => byte === pad)) return undefined;
  const plain = padded.subarray(0, -pad);
  if (plain.length < 20) return undefined;
  const end = 20 + plain.readUInt32BE(16);
  if (end > plain.length || plain.toString("utf8", end) !== secrets.ownerKey) return undefined;
  return plain.toString("utf8", 20, end);
}

function keyAndIv(aesKey: string): [Buffer, Buffer] {
  const key = Buffer.from(`${aesKey}=`, "base64");
  return [key, key.subarray(0, 16)];
}
