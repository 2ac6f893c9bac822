import { hour } from "@sanqi/kernel";

/** Epoch ms as the gateway writes times: "2026-11-22 12:05:09" in UTC+8; fractions of a second are cut off. */
export const gatewayTime = (at: number): string =>
  new Date(at + 8 * hour).toISOString().slice(0, 19).replace("T", " ");

/** Epoch ms of such a text; undefined where it is none. */
export function parseGatewayTime(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text.replace(" ", "T")}+08:00`);
  return Number.isNaN(at) ? undefined : at;
}
