import { hour } from "@sanqi/kernel";

/** Epoch ms as the platform writes times: "2026-11-22T12:05:09+08:00"; fractions of a second are cut off. */
export const chinaRfc3339 = (at: number): string =>
  `${new Date(at + 8 * hour).toISOString().slice(0, 19)}+08:00`;
