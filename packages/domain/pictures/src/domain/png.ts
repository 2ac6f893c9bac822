import { joined, spells, viewOf } from "./bytes.ts";
import type { Image } from "./image.ts";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Pixels, palette, transparency and colour; texts, times, EXIF and moving parts stay out. */
const kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs"];

/** The PNG with the chunks that decide how it looks, and without what follows its end; null: it is no whole PNG. */
export function cleanPng(bytes: Uint8Array): Image | null {
  if (!signature.every((byte, at) => bytes[at] === byte)) return null;
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [signature];
  // Each chunk: length, name, content, checksum.
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = kept.find((chunk) => spells(bytes, at + 4, chunk));
    // The header comes first and is 13 bytes long.
    if (parts.length === 1 && (name !== "IHDR" || end - at !== 25)) return null;
    if (name) parts.push(bytes.subarray(at, end));
    if (name === "IEND")
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
