import { joined, spells, viewOf } from "./bytes.ts";
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
const com = 0xfe;

/** Start of frame: C0 to CF but for the tables DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** JFIF, colour profile and Adobe's colour transform decide how it looks; every other application segment tells tales. */
const isKept = (bytes: Uint8Array, marker: number, at: number): boolean => {
  if (marker === app0 || marker === app14) return true;
  if (marker === app2) return spells(bytes, at + 4, "ICC_PROFILE");
  return !(marker >= app0 && marker <= 0xef) && marker !== com;
};

/** The JPEG without metadata but for its orientation, and without what follows its end; null: it is no whole JPEG. */
export function cleanJpeg(bytes: Uint8Array): Image | null {
  if (bytes[0] !== 0xff || bytes[1] !== soi) return null;
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let size: { width: number; height: number } | null = null;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (marker === app1) orientation = orientationOf(bytes.subarray(at + 4, end)) ?? orientation;
    if (isFrame(marker)) {
      if (length < 8) return null;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (marker === sos) end = endOfScan(bytes, end);
    if (isKept(bytes, marker, at)) kept.push(bytes.subarray(at, end));
    at = end;
    if (bytes[at] === 0xff && bytes[at + 1] === eoi) break;
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
