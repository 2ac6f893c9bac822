/**
 * The text of a file as spreadsheets save it: UTF-8, or GBK where Excel saved it on a Chinese Windows. Null: it is neither, or a
 * program has already put U+FFFD where it could not read a character.
 */
export function readText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: "UTF-8" | "GBK" } | null {
  for (const encoding of ["UTF-8", "GBK"] as const) {
    const text = decoded(bytes, encoding);
    if (text !== null) return text.includes("\uFFFD") ? null : { text, encoding };
  }
  return null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
