import { joined, maxParts, nameCode, viewOf } from "./bytes.ts";
import type { Image } from "./image.ts";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Pixels, palette, transparency and colour; texts, times, EXIF and moving parts stay out. */
const kept = new Set(
  ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs"].map(
    nameCode,
  ),
);
const header = nameCode("IHDR");
const last = nameCode("IEND");

/** The PNG with the chunks that decide how it looks, and without what follows its end; null: it is no whole PNG. */
export function cleanPng(bytes: Uint8Array): Image | null {
  if (!signature.every((byte, at) => bytes[at] === byte)) return null;
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [signature];
  // Each chunk: length, name, content, checksum.
  let at = signature.length;
  for (let count = 0; count < maxParts && at + 12 <= bytes.length; count += 1) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = view.getUint32(at + 4);
    // The header comes first and once, and is 13 bytes long; the end is empty.
    if ((name === header) !== (count === 0) || (name === header && end - at !== 25)) return null;
    if (name === last && end - at !== 12) return null;
    if (kept.has(name)) parts.push(bytes.subarray(at, end));
    if (name === last)
      return {
        mediaType: "image/png",
        width: view.getUint32(16),
        height: view.getUint32(20),
        bytes: joined(parts),
      };
    at = end;
  }
  return null;
}
