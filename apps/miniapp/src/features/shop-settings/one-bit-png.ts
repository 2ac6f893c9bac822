/** Written in words of 32 bits, the highest byte first. */
const word = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const ascii = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));

/** PNG (ISO/IEC 15948), annex D. */
function crc(bytes: readonly number[]): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return ~rest >>> 0;
}

/** RFC 1950, section 9. */
function adler(bytes: readonly number[]): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

const chunk = (kind: string, data: readonly number[]): number[] => {
  const body = [...ascii(kind), ...data];
  return [...word(data.length), ...body, ...word(crc(body))];
};

/** Stored without compression, RFC 1951 section 3.2.4: a QR code is small enough for one block. */
function stored(data: readonly number[]): number[] {
  const [low, high] = [data.length & 255, data.length >>> 8];
  return [0x78, 0x01, 1, low, high, ~low & 255, ~high & 255, ...data, ...word(adler(data))];
}

/**
 * A black-and-white picture as PNG: the one format that every host's image shows from a data address.
 * @param dark rows of pixels of one length; all rows together at most 64 KB of bits
 */
export function oneBitPng(dark: readonly (readonly boolean[])[]): Uint8Array {
  const width = dark[0]?.length ?? 0;
  const rows = dark.flatMap((row) => {
    const bytes = Array.from({ length: Math.ceil(width / 8) }, () => 0);
    row.forEach((isDark, x) => {
      // greyscale: a set bit is white
      if (!isDark) bytes[x >> 3] = (bytes[x >> 3] ?? 0) | (0x80 >> (x & 7));
    });
    return [0, ...bytes];
  });
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", [...word(width), ...word(dark.length), 1, 0, 0, 0, 0]),
    ...chunk("IDAT", stored(rows)),
    ...chunk("IEND", []),
  ]);
}
