import { type KeyObject, sign as rsaSign, verify as rsaVerify } from "node:crypto";

export type Parameters = Readonly<Record<string, string>>;

/** RSA2: SHA256withRSA, PKCS#1 v1.5, base64. */
export const signText = (text: string, key: KeyObject): string =>
  rsaSign("sha256", Buffer.from(text, "utf8"), key).toString("base64");

/** True where `signature` (base64) over `text` was made with the private half of `key`. */
export function verifyText(text: string, signature: string, key: KeyObject): boolean {
  const bytes = Buffer.from(signature, "base64");
  // Decoding skips what is no base64: one signature, one spelling.
  return bytes.toString("base64") === signature && rsaVerify("sha256", Buffer.from(text, "utf8"), key, bytes);
}

/** What a request's signature covers: every non-empty parameter except `sign` (sign_type included), sorted, raw values. */
export const requestMessage = (parameters: Parameters): string =>
  joined(Object.entries(parameters).filter(([name, value]) => name !== "sign" && value !== ""));

/** The parameters with their `sign`; empty ones are left out, as they are not covered. */
export function signParameters(parameters: Parameters, key: KeyObject): Parameters {
  const present = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ""));
  return { ...present, sign: signText(requestMessage(present), key) };
}

/**
 * Verifies an asynchronous notification (decoded once): neither `sign` nor `sign_type` is covered, unlike in requests.
 * Sources disagree on empty values: they are tried without, then with.
 */
export function verifyNotification(parameters: Parameters, key: KeyObject): boolean {
  const { sign, sign_type: signType, ...covered } = parameters;
  if (!sign || (signType && signType !== "RSA2")) return false;
  const all = Object.entries(covered);
  const filled = all.filter(([, value]) => value !== "");
  if (verifyText(joined(filled), sign, key)) return true;
  return filled.length < all.length && verifyText(joined(all), sign, key);
}

/**
 * Verifies an answer: the signature covers the raw JSON text of its value, byte for byte. Some gateways sign the text with
 * every `/` written as `\/`, whatever they send.
 */
export function verifyAnswer(raw: string, signature: string, key: KeyObject): boolean {
  if (verifyText(raw, signature, key)) return true;
  const escaped = raw.replace(/(?<!\\)\//g, "\\/");
  return escaped !== raw && verifyText(escaped, signature, key);
}

/** Sorted by ASCII, not by any language's rules. */
const joined = (entries: readonly (readonly [string, string])[]): string =>
  entries
    .map(([name, value]) => ({ name, line: `${name}=${value}` }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => entry.line)
    .join("&");
