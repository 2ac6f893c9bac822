/** Do the bytes at `at` spell the text (one byte a character)? */
export const spells = (bytes: Uint8Array, at: number, text: string): boolean =>
  Array.from(text).every((character, offset) => bytes[at + offset] === character.charCodeAt(0));

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
