/**
 * The raw text of one member of a JSON object, exactly as it was sent: its signature covers these bytes, which
 * parsing and writing again would change. Undefined where the member is absent; the text must be valid JSON.
 */
export function rawMember(json: string, wanted: string): string | undefined {
  let at = json.indexOf("{") + 1;
  while (at > 0 && at < json.length) {
    const nameStart = json.indexOf('"', at);
    if (nameStart < 0) return undefined;
    const nameEnd = stringEnd(json, nameStart);
    const valueStart = json.indexOf(":", nameEnd) + 1;
    const valueEnd = memberEnd(json, valueStart);
    const name: unknown = JSON.parse(json.slice(nameStart, nameEnd));
    if (name === wanted) return json.slice(valueStart, valueEnd).trim();
    at = valueEnd + 1;
  }
  return undefined;
}

/** Index after the closing quote of the string that opens at `start`. */
function stringEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** Index of the comma or brace that ends the member whose value begins at `start`. */
function memberEnd(json: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < json.length) {
    const character = json[at];
    if (character === '"') {
      at = stringEnd(json, at);
      continue;
    }
    if (depth === 0 && (character === "," || character === "}")) return at;
    if (character === "{" || character === "[") depth += 1;
    if (character === "}" || character === "]") depth -= 1;
    at += 1;
  }
  return at;
}
