/**
 * Cuts a text to at most `limit` characters and marks the cut with "…", never inside a surrogate pair. Characters are counted
 * as UTF-16 units, the stricter reading of the platform's limits: an emoji counts as two.
 */
export function shorten(text: string, limit: number, mark = "…"): string {
  const whole = text.toWellFormed();
  if (whole.length <= limit) return whole;
  let kept = "";
  for (const character of whole) {
    if (kept.length + character.length + mark.length > limit) break;
    kept += character;
  }
  return kept + mark;
}
