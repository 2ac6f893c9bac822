import { type Language, useLanguage } from "./language";

/** Chinese first, English beside it. `{name}` is a gap to fill; both languages must have the same gaps. */
export type Entry = readonly [zh: string, en: string];
export type Dictionary = Readonly<Record<string, Entry>>;

type Gaps<Text extends string> = Text extends `${string}{${infer Gap}}${infer Rest}`
  ? Gap | Gaps<Rest>
  : never;
type Fill<E extends Entry> = [Gaps<E[0]>] extends [never]
  ? []
  : [values: Record<Gaps<E[0]>, string | number>];
export type Translate<D extends Dictionary> = <K extends keyof D & string>(
  key: K,
  ...fill: Fill<D[K]>
) => string;

/** Declares the words of one feature; the literal texts are kept so that a missing gap does not compile. */
export const dictionary = <const D extends Dictionary>(entries: D): D => entries;

export function fillIn(text: string, values: Record<string, string | number> = {}): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => (name in values ? String(values[name]) : gap));
}

/** `translator(words, "en")("missing", { amount: "¥3" })`; for use outside components. */
export function translator<D extends Dictionary>(entries: D, language: Language): Translate<D> {
  return (key, ...fill) => {
    const entry = entries[key] as Entry;
    return fillIn(
      language === "en" ? entry[1] : entry[0],
      fill[0] as Record<string, string | number> | undefined,
    );
  };
}

/** The words of a feature in the language of now; a component that uses it renders again when the language changes. */
export function useWords<D extends Dictionary>(entries: D): Translate<D> {
  return translator(
    entries,
    useLanguage((state) => state.language),
  );
}
