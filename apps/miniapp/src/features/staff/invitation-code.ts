/** Length of a code, and the signs it is made of: no I, L, O, U, which people confuse. */
export const codeLength = 10;
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Full-width letters and figures, as Chinese keyboards type them, become plain ones. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

export type ReadCode = {
  /** The signs that count, in capitals. */
  code: string;
  problem: "none" | "short" | "long" | "stray";
  /** The first sign that no code contains, where the problem is "stray". */
  stray: string;
};

/** What a person typed or pasted, read generously: spaces, dashes, case and look-alike signs are put right. */
export function readCode(typed: string): ReadCode {
  const code = narrow(typed)
    .toUpperCase()
    .replace(/[\s\-_–—·.]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const stray = [...code].find((sign) => !signs.includes(sign)) ?? "";
  if (stray) return { code, problem: "stray", stray };
  if (code.length === codeLength) return { code, problem: "none", stray: "" };
  return { code, problem: code.length < codeLength ? "short" : "long", stray: "" };
}

/** "ABCDE 12345", as it stands on the invitation. */
export const groupedCode = (code: string): string =>
  code.length > 5 ? `${code.slice(0, 5)} ${code.slice(5)}` : code;
