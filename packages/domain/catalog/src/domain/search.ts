/** What a person typed, as words to look for: width and case of letters do not matter, "ＡＢ" finds "ab". */
export const searchTerms = (text: string): string[] => plain(text).split(/\s+/).filter(Boolean).slice(0, 5);

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Does some name contain every term? Chinese has no spaces between words, so any part of a name counts. */
export function isMatch(terms: readonly string[], names: readonly string[]): boolean {
  const text = names.map(plain).join("\n");
  return terms.length > 0 && terms.every((term) => text.includes(term));
}
