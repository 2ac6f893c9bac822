import { spells, viewOf } from "./bytes.ts";

/** EXIF 2.32, tag "Orientation": 1 upright, 2 to 8 mirrored or turned. */
const tag = 0x0112;

/** What an APP1 segment's content says about how the picture has to be turned; null: nothing. */
export function orientationOf(content: Uint8Array): number | null {
  if (!spells(content, 0, "Exif\0\0") || content.length < 14) return null;
  const tiff = content.subarray(6);
  const view = viewOf(tiff);
  const little = spells(tiff, 0, "II");
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return null;
  const entries = view.getUint16(directory, little);
  for (let no = 0; no < entries; no += 1) {
    const at = directory + 2 + no * 12;
    if (at + 12 > tiff.length) return null;
    if (view.getUint16(at, little) !== tag) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An APP1 segment with the orientation and nothing else; none for an upright picture. */
export const orientationSegment = (orientation: number): Uint8Array[] =>
  orientation === 1
    ? []
    : [
        Uint8Array.of(
          ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
          // Big-endian TIFF with one directory of one entry: a SHORT, once.
          ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
          ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
          ...[0x00, 0x00, 0x00, 0x00],
        ),
      ];
