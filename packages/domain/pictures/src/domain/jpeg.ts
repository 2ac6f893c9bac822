import { joined, maxParts, spells, viewOf } from "./bytes.ts";
import type { Image } from "./image.ts";
import { orientationOf, orientationSegment } from "./orientation.ts";

/** ITU-T T.81, table B.1. */
const soi = 0xd8;
const eoi = 0xd9;
const sos = 0xda;
const app0 = 0xe0;
const app1 = 0xe1;
const app2 = 0xe2;
const app14 = 0xee;
/** Tables: DHT, DAC, DQT, DRI. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, 0xdd]);

/** Start of frame: C0 to CF but for the tables DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * The part of a segment that decides how the picture looks, null where none does: frames, tables and scans, the colour profile,
 * JFIF without its thumbnail (which shows what was cut away) and Adobe's colour transform. Everything else tells tales.
 */
function shownPart(segment: Uint8Array, marker: number): Uint8Array | null {
  if (isFrame(marker) || tables.has(marker) || marker === sos) return segment;
  if (marker === app2) return spells(segment, 4, "ICC_PROFILE\0") ? segment : null;
  if (marker === app0 && spells(segment, 4, "JFIF\0")) return cutTo(segment, 16, Uint8Array.of(0, 0));
  if (marker === app14 && spells(segment, 4, "Adobe")) return cutTo(segment, 16);
  return null;
}

/** A segment whose first bytes are followed by `end` and nothing else; null where it has fewer. */
function cutTo(segment: Uint8Array, length: number, end = new Uint8Array()): Uint8Array | null {
  if (segment.length < length + end.length) return null;
  const cut = joined([segment.subarray(0, length), end]);
  viewOf(cut).setUint16(2, cut.length - 2);
  return cut;
}

/** The JPEG without metadata but for its orientation, and without what follows its end; null: it is no whole JPEG. */
export function cleanJpeg(bytes: Uint8Array): Image | null {
  if (bytes[0] !== 0xff || bytes[1] !== soi) return null;
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let size: { width: number; height: number } | null = null;
  let at = 2;
  for (let count = 0; at + 4 <= bytes.length && bytes[at] === 0xff; count += 1) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === eoi) break;
    if (count === maxParts) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (marker === app1) orientation = orientationOf(bytes.subarray(at + 4, end)) ?? orientation;
    if (isFrame(marker)) {
      // Of two frames each reader would show another one.
      if (length < 8 || size) return null;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (marker === sos) end = endOfScan(bytes, end);
    const shown = shownPart(bytes.subarray(at, end), marker);
    if (shown) kept.push(shown);
    at = end;
  }
  if (!size || bytes[at] !== 0xff || bytes[at + 1] !== eoi) return null;
  const turned = orientation >= 5;
  return {
    mediaType: "image/jpeg",
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
    bytes: joined([
      Uint8Array.of(0xff, soi),
      ...orientationSegment(orientation),
      ...kept,
      Uint8Array.of(0xff, eoi),
    ]),
  };
}

/** Inside coded data FF is followed by 00 or by a restart marker (D0 to D7); anything else ends the scan. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
}
