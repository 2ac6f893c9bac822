/** Do the bytes at `at` spell the text (one byte a character)? */
export const spells = (bytes: Uint8Array, at: number, text: string): boolean =>
  Array.from(text).every((character, offset) => bytes[at + offset] === character.charCodeAt(0));

/** A chunk's name of four letters as the number that its bytes are, so that each is compared once. */
export const nameCode = (name: string): number =>
  Array.from(name).reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0);

/**
 * Segments or chunks of one file: programs write a few hundred. 2 MB of empty ones would be hundreds of thousands, and reading
 * them would keep everybody else waiting.
 */
export const maxParts = 1_000;

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
