import { joined, maxParts, nameCode, spells, viewOf } from "./bytes.ts";
import type { Image } from "./image.ts";

const extended = nameCode("VP8X");
const lossy = nameCode("VP8 ");
const lossless = nameCode("VP8L");
const kept = new Set([extended, lossy, lossless, nameCode("ALPH"), nameCode("ICCP")]);
/** Flags of VP8X: EXIF and XMP follow; it moves. */
const exif = 0x08;
const xmp = 0x04;
const animation = 0x02;

/** The still WebP without EXIF and XMP; null: it is no whole one, or it moves. */
export function cleanWebp(bytes: Uint8Array): Image | null {
  if (!spells(bytes, 0, "RIFF") || !spells(bytes, 8, "WEBP")) return null;
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return null;
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let count = 0;
  for (let at = 12; at + 8 <= end; count += 1) {
    if (count === maxParts) return null;
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (next > end) return null;
    const name = view.getUint32(at);
    const chunk = bytes.slice(at, next);
    at = next;
    if (!kept.has(name)) continue;
    if (name === extended) {
      const flags = chunk[8] ?? 0;
      if (flags & animation) return null;
      chunk[8] = flags & ~(exif | xmp);
    }
    size ??= sizeOf(name, chunk);
    parts.push(chunk);
  }
  if (!size) return null;
  const content = joined(parts);
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, content.length + 4, true);
  return { mediaType: "image/webp", ...size, bytes: joined([head, content]) };
}

/** RFC 9649, 2.5 to 2.7: sizes are written less one in VP8X and VP8L. */
function sizeOf(name: number, chunk: Uint8Array): { width: number; height: number } | null {
  const view = viewOf(chunk);
  if (name === extended && chunk.length >= 18) {
    const three = (at: number) => view.getUint16(at, true) | ((chunk[at + 2] ?? 0) << 16);
    return { width: three(12) + 1, height: three(15) + 1 };
  }
  if (name === lossy && chunk.length >= 18 && chunk[11] === 0x9d && chunk[12] === 0x01 && chunk[13] === 0x2a)
    return { width: view.getUint16(14, true) & 0x3fff, height: view.getUint16(16, true) & 0x3fff };
  if (name === lossless && chunk.length >= 13 && chunk[8] === 0x2f) {
    const bits = view.getUint32(9, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return null;
}
