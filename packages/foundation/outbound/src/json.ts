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

export const integerAt = (from: Json | undefined, key: string): number | undefined => {
  const value = from?.[key];
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
};

export const objectsAt = (from: Json | undefined, key: string): Json[] => arrayAt(from, key).filter(isObject);

export const textsAt = (from: Json | undefined, key: string): string[] =>
  arrayAt(from, key).filter((value) => typeof value === "string");

export const integersAt = (from: Json | undefined, key: string): number[] =>
  arrayAt(from, key).filter((value): value is number => Number.isSafeInteger(value));

function arrayAt(from: Json | undefined, key: string): unknown[] {
  const value = from?.[key];
  return Array.isArray(value) ? value : [];
}
