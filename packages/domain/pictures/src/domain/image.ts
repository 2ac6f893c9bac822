import { cleanJpeg } from "./jpeg.ts";
import { cleanPng } from "./png.ts";
import { cleanWebp } from "./webp.ts";

export type MediaType = "image/jpeg" | "image/png" | "image/webp";
/** A picture as it is kept: the size as it is shown, in pixels. */
export type Image = {
  readonly mediaType: MediaType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
};

/** A few kilobytes can unfold to gigabytes of pixels on the phone that shows them. */
const maxSide = 8_192;
const maxPixels = 40_000_000;

/**
 * Reads a JPEG, PNG or WebP by its own bytes, whatever its name says, and leaves out what tells where, when and with what it
 * was taken. Null where it is none of the three, broken, or larger than a phone can show.
 */
export function readImage(bytes: Uint8Array): Image | null {
  const image = cleanJpeg(bytes) ?? cleanPng(bytes) ?? cleanWebp(bytes);
  if (!image) return null;
  const { width, height } = image;
  const sane = width > 0 && height > 0 && Math.max(width, height) <= maxSide && width * height <= maxPixels;
  return sane ? image : null;
}
