/** Length of a code for paying. */
export const payCodeLength = 8;

/** Full-width letters and figures, as Chinese keyboards type them, become plain ones. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** What a person typed or pasted, read generously: case, spaces and dashes do not count. */
export const plainCode = (typed: string): string =>
  narrow(typed)
    .toUpperCase()
    .replace(/[\s\-_–—·.]/g, "");

/** "K7P2 M9XW", as it is read out. */
export const groupedPayCode = (code: string): string =>
  code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
