/** A sheet of drawing paper: collects markup and definitions, and deals out the same "random" numbers every time. */
export type Sheet = {
  readonly width: number;
  readonly height: number;
  /** The next seeded number, 0 ≤ x < 1. */
  random(): number;
  /** A seeded number between two bounds. */
  between(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  add(...markup: string[]): void;
  /** Registers a definition (the markup receives its id) and returns the id; equal markup is kept once. */
  define(markup: (id: string) => string): string;
  svg(): string;
};

/** mulberry32 over an FNV-1a hash of the key. */
function seeded(key: string): () => number {
  let state = 2166136261;
  for (const char of key) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Ids carry the key, so that many drawings may be inlined into one page. */
export function openSheet(key: string, width: number, height: number): Sheet {
  const random = seeded(key);
  const body: string[] = [];
  const definitions = new Map<string, string>();
  return {
    width,
    height,
    random,
    between: (low, high) => low + (high - low) * random(),
    pick: (items) => items[Math.floor(random() * items.length)] as (typeof items)[number],
    add: (...markup) => body.push(...markup),
    define(markup) {
      const shape = markup("");
      const known = definitions.get(shape);
      if (known) return known.slice(0, known.indexOf(" "));
      const id = `${key}-${definitions.size.toString(36)}`;
      definitions.set(shape, `${id} ${markup(id)}`);
      return id;
    },
    svg() {
      const defs = [...definitions.values()].map((entry) => entry.slice(entry.indexOf(" ") + 1)).join("");
      const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none" stroke-linecap="round" stroke-linejoin="round">${
        defs ? `<defs>${defs}</defs>` : ""
      }${body.join("")}</svg>\n`;
      // #aabbcc is #abc.
      return drawing.replace(/#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3(?![0-9a-f])/g, "#$1$2$3");
    },
  };
}
