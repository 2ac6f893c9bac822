import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImage } from "./image.ts";
import { frame, jpegFrom, jpegOf, pngOf, secret, segment, webpOf } from "./sample-images.test-data.ts";

const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("latin1");
const samples: [string, Uint8Array, string, number, number][] = [
  ["JPEG", jpegOf(1_200, 800), "image/jpeg", 1_200, 800],
  ["JPEG, turned", jpegOf(1_200, 800, 6), "image/jpeg", 800, 1_200],
  ["PNG", pngOf(640, 480), "image/png", 640, 480],
  ["WebP", webpOf.extended(900, 700), "image/webp", 900, 700],
  ["lossless WebP", webpOf.lossless(900, 700), "image/webp", 900, 700],
  ["lossy WebP", webpOf.lossy(900, 700), "image/webp", 900, 700],
];

/** The PNG with its own header once more before its end. */
const withSecondHeader = (png: Uint8Array) => {
  const end = Buffer.from(png).indexOf("IEND") - 4;
  return Buffer.concat([png.subarray(0, end), png.subarray(8, 33), png.subarray(end)]);
};
const png = pngOf(16, 16);
const pngEnd = Buffer.from(png).indexOf("IEND");
const pngWithLongEnd = Buffer.concat([
  png.subarray(0, pngEnd - 4),
  Uint8Array.of(0, 0, 0, secret.length),
  Buffer.from(`IEND${secret}`),
  new Uint8Array(4),
]);

describe("a picture", () => {
  it.each(samples)(
    "%s is read with its size, and its place and words are gone",
    (_, bytes, mediaType, width, height) => {
      const image = readImage(bytes);
      expect(image).toMatchObject({ mediaType, width, height });
      expect(textOf(image?.bytes)).not.toContain(secret);
    },
  );
  it.each(samples)("%s, cleaned once, stays as it is", (_, bytes) => {
    const once = readImage(bytes);
    expect(readImage(once?.bytes ?? new Uint8Array())).toEqual(once);
  });
  it("keeps how it has to be turned, its colours and all its scans", () => {
    const { bytes } = readImage(jpegOf(1_200, 800, 6)) ?? {};
    expect(textOf(bytes)).toContain("ICC_PROFILE");
    expect(textOf(bytes)).toContain("Exif\0\0MM");
    // What the colours are, each without what stood behind it.
    expect(textOf(bytes)).toContain("\u00ff\u00e0\0\u0010JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0\u00ff");
    expect(textOf(bytes)).toContain("\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0\u0001\u00ff");
    expect(textOf(bytes)).not.toMatch(/JFXX|Adopted/);
    expect(textOf(bytes).match(/\u00ff\u00da/g)).toHaveLength(2);
    expect(textOf(readImage(jpegOf(1_200, 800))?.bytes)).not.toContain("Exif");
    // The flags of the WebP no longer promise what was taken out.
    expect(readImage(webpOf.extended(9, 9))?.bytes[20]).toBe(0);
  });
  it.each([
    ["no picture", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")],
    ["a GIF", Buffer.from("GIF89a\u0001\0\u0001\0")],
    ["nothing", new Uint8Array()],
    ["a moving WebP", webpOf.extended(9, 9, 0x02)],
    ["too many pixels", pngOf(8_000, 8_000)],
    ["too wide", pngOf(8_193, 10)],
    ["no height", pngOf(10, 0)],
    ["a small frame behind a huge one", jpegFrom(frame(65_535, 65_535), frame(16, 16))],
    ["two frames", jpegFrom(frame(16, 16), frame(16, 16))],
    ["no frame", jpegFrom(segment(0xdb, new Uint8Array(65)))],
    ["a second header", withSecondHeader(pngOf(16, 16))],
    ["words in its end", pngWithLongEnd],
    ["a thousand empty parts, as PNG", pngOf(16, 16, 1_000)],
    ["a thousand empty parts, as WebP", webpOf.padded(1_000)],
    [
      "a thousand empty parts, as JPEG",
      jpegFrom(...Array.from({ length: 1_000 }, () => segment(0xfe, new Uint8Array())), frame(16, 16)),
    ],
  ])("that is %s is refused", (_, bytes) => {
    expect(readImage(bytes)).toBeNull();
  });
  it("may come in several hundred parts, as some programs save it", () => {
    for (const bytes of [pngOf(16, 16, 900), webpOf.padded(900)]) expect(readImage(bytes)).not.toBeNull();
  });
  it("that was cut off anywhere is refused, without a fault", () => {
    for (const [name, bytes] of samples) {
      const whole = readImage(bytes)?.bytes ?? bytes;
      for (let length = 0; length < whole.length; length += 1)
        expect(readImage(whole.subarray(0, length)), `${name}, ${length} bytes`).toBeNull();
    }
  });
  it("with any bytes changed never makes the reader fail", () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...samples), flips, ([, bytes], changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, value] of changes) changed[at % changed.length] = value;
        const image = readImage(changed);
        if (image) expect(readImage(image.bytes)?.width).toBe(image.width);
      }),
      { numRuns: 2_000 },
    );
  });
});
