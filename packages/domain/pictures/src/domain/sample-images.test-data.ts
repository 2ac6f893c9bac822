import { joined } from "./bytes.ts";

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const big16 = (n: number) => [n >> 8, n & 0xff];
const big32 = (n: number) => [...big16(n >>> 16), ...big16(n & 0xffff)];
const little24 = (n: number) => [n & 0xff, (n >> 8) & 0xff, n >> 16];
const little32 = (n: number) => [...little24(n & 0xffffff), n >>> 24];

/** A word that no cleaned picture may hold, as a camera writes its place. */
export const secret = "GPS 31.2N 121.5E";

export const segment = (marker: number, content: Uint8Array) =>
  joined([Uint8Array.of(0xff, marker, ...big16(content.length + 2)), content]);

/** Little-endian EXIF with the orientation, then what tells tales. */
const exif = (orientation: number) =>
  joined([
    ascii("Exif\0\0II"),
    Uint8Array.of(0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0),
    ascii(secret),
  ]);

export const frame = (width: number, height: number) =>
  segment(0xc2, Uint8Array.of(8, ...big16(height), ...big16(width), 1, 1, 0x11, 0));
const scan = segment(0xda, Uint8Array.of(1, 1, 0, 0, 0x3f, 0));

/** A JPEG of just these segments and one scan. */
export const jpegFrom = (...segments: readonly Uint8Array[]): Uint8Array =>
  joined([Uint8Array.of(0xff, 0xd8), ...segments, scan, Uint8Array.of(0x78, 0xff, 0xd9)]);

/**
 * A JPEG as phones and programs make it: turned, with its place, two thumbnails of what was cut away, two scans, and a film
 * behind its end.
 */
export const jpegOf = (width: number, height: number, orientation = 1): Uint8Array =>
  joined([
    Uint8Array.of(0xff, 0xd8),
    segment(
      0xe0,
      joined([ascii("JFIF\0\u0001\u0001\0\0\u0001\0\u0001"), Uint8Array.of(2, 3), ascii(secret)]),
    ),
    segment(0xe0, ascii(`JFXX\0\u0010${secret}`)),
    segment(0xe1, exif(orientation)),
    segment(0xe2, ascii(`ICC_PROFILE\0${"c".repeat(10)}`)),
    segment(0xe2, ascii(`MPF\0${secret}`)),
    segment(0xed, ascii(`Photoshop ${secret}`)),
    segment(0xee, joined([ascii("Adobe"), Uint8Array.of(0, 100, 0, 0, 0, 0, 1), ascii(secret)])),
    segment(0xee, ascii(`Adopted ${secret}`)),
    segment(0xf0, ascii(secret)),
    segment(0xfe, ascii(secret)),
    segment(0xdb, new Uint8Array(65)),
    frame(width, height),
    segment(0xc4, new Uint8Array(20)),
    scan,
    Uint8Array.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
    scan,
    Uint8Array.of(0x78, 0xff, 0xd9),
    ascii(secret),
  ]);

const chunk = (name: string, content: Uint8Array) =>
  joined([Uint8Array.of(...big32(content.length)), ascii(name), content, new Uint8Array(4)]);

/** `words`: chunks with nothing but a place. */
export const pngOf = (width: number, height: number, words = 1): Uint8Array =>
  joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", Uint8Array.of(...big32(width), ...big32(height), 8, 6, 0, 0, 0)),
    chunk("eXIf", ascii(secret)),
    ...Array.from({ length: words }, () => chunk("tEXt", ascii(`Comment\0${secret}`))),
    chunk("IDAT", new Uint8Array(30)),
    chunk("IEND", new Uint8Array(0)),
    ascii(secret),
  ]);

const part = (name: string, content: Uint8Array) =>
  joined([
    ascii(name),
    Uint8Array.of(...little32(content.length)),
    content,
    new Uint8Array(content.length % 2),
  ]);
const webp = (...parts: Uint8Array[]) => {
  const content = joined([ascii("WEBP"), ...parts]);
  return joined([ascii("RIFF"), Uint8Array.of(...little32(content.length)), content]);
};

export const webpOf = {
  extended: (width: number, height: number, flags = 0x0c) =>
    webp(
      part("VP8X", Uint8Array.of(flags, 0, 0, 0, ...little24(width - 1), ...little24(height - 1))),
      part("VP8L", Uint8Array.of(0x2f, 0, 0, 0, 0)),
      part("EXIF", ascii(secret)),
      part("XMP ", ascii(`<${secret}>`)),
    ),
  /** With so many empty parts before its pixels. */
  padded: (count: number) =>
    webp(
      ...Array.from({ length: count }, () => part("none", new Uint8Array())),
      part("VP8L", Uint8Array.of(0x2f, 0, 0, 0, 0)),
    ),
  lossless: (width: number, height: number) =>
    webp(part("VP8L", Uint8Array.of(0x2f, ...little32((width - 1) | ((height - 1) << 14))))),
  lossy: (width: number, height: number) =>
    webp(
      part(
        "VP8 ",
        Uint8Array.of(0, 0, 0, 0x9d, 0x01, 0x2a, width & 0xff, width >> 8, height & 0xff, height >> 8),
      ),
    ),
};
