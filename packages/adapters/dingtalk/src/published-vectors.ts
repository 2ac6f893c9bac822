import { existsSync, readFileSync } from "node:fs";

export type PublishedVector = { readonly id: string } & Readonly<Record<string, unknown>>;

const file = new URL("../../../../../shared/platforms/vectors.json", import.meta.url);

/** The platforms' published test vectors lie beside the repository, not in it; undefined where they are missing. */
export const publishedVectors: readonly PublishedVector[] | undefined = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8")).vectors
  : undefined;

/** One field of a vector as text; throws where the file has changed. */
export function vectorText(id: string, field: string): string {
  const value = publishedVectors?.find((vector) => vector.id === id)?.[field];
  if (typeof value !== "string") throw new Error(`vector ${id} has no ${field}`);
  return value;
}
