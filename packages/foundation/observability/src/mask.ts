/** Fields that never appear in a log, whatever they hold. */
const secretKeys =
  /^(password|token|secret|authorization|cookie|code|sessionKey|paySign|orderString|privateKey|apiV3Key|js_code|authCode)$/i;
/** Fields that identify a person: shown only enough to tell two apart. */
const personalKeys =
  /^(contactPhone|phone|mobile|subject|openid|open_id|unionid|userid|displayName|studentName|studentNumber|name)$/i;
const phone = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

export const maskPhone = (text: string): string =>
  text.replace(phone, (p) => `${p.slice(0, 3)}****${p.slice(-4)}`);

/** "o6_bmjrPTlm6" becomes "o6…m6"; short values disappear whole. */
const shorten = (text: string): string => (text.length > 6 ? `${text.slice(0, 2)}…${text.slice(-2)}` : "…");

/** A copy of what is about to be logged, without secrets and with personal data masked; deep objects are cut. */
export function mask(value: unknown, key = "", depth = 0): unknown {
  if (secretKeys.test(key) && value !== null && value !== undefined) return "[secret]";
  if (typeof value === "string") return personalKeys.test(key) ? shorten(value) : maskPhone(value);
  if (typeof value === "number") return phone.test(String(value)) ? maskPhone(String(value)) : value;
  if (value instanceof Error)
    return {
      name: value.name,
      message: maskPhone(value.message),
      stack: maskPhone(value.stack ?? ""),
      cause: mask(value.cause, "", depth + 1),
    };
  if (typeof value !== "object" || value === null) return value;
  if (depth > 5) return "[deep]";
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => mask(item, key, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, mask(v, k, depth + 1)]));
}
