/** An object that came from outside: every member is doubted until read through one of these functions. */
export type Json = { readonly [key: string]: unknown };

/** The object that `text` holds; undefined where it is not JSON or not an object. */
export function readObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const objectAt = (from: Json | undefined, key: string): Json | undefined => {
  const value = from?.[key];
  return isObject(value) ? value : undefined;
};

/** A non-empty text, else undefined. */
export const textAt = (from: Json | undefined, key: string): string | undefined => {
  const value = from?.[key];
  return typeof value === "string" && value !== "" ? value : undefined;
};
