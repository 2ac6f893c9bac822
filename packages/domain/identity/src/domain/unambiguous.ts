/** 32 signs that nobody confuses on paper or by voice: no I, L, O, U. A power of two keeps random choices unbiased. */
export const unambiguous = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** One sign per byte. */
export const signsOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => unambiguous[byte & 31]).join("");

/** What a person typed, as it was written: capitals, and the signs that are read for others put right. */
export const readSigns = (text: string): string =>
  text.trim().toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
