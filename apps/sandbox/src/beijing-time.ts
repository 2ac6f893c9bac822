const offset = 8 * 3_600_000;

const wallClock = (at: number): string => new Date(at + offset).toISOString();

/** "2026-11-22T12:05:00+08:00", the form WeChat Pay writes. */
export const rfc3339 = (at: number): string => `${wallClock(at).slice(0, 19)}+08:00`;

/** "2026-11-22 12:05:00" in GMT+8, the only form Alipay knows. */
export const alipayTime = (at: number): string => wallClock(at).slice(0, 19).replace("T", " ");

/** "20261122" in GMT+8: platforms start their numbers with the day. */
export const compactDay = (at: number): string => wallClock(at).slice(0, 10).replaceAll("-", "");

/** Epoch ms of an Alipay time, or null when it is not one. The zone is never written and always GMT+8. */
export function parseAlipayTime(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text.replace(" ", "T")}+08:00`);
  return Number.isNaN(at) || alipayTime(at) !== text ? null : at;
}

/** Epoch ms of an RFC 3339 time with its zone, or null. */
export function parseRfc3339(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
