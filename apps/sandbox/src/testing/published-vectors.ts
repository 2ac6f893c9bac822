import { readFileSync } from "node:fs";

export type PublishedVector = Record<string, unknown> & { readonly id: string };

/**
 * The platforms' published vectors by id. They stand beside the repository and are not part of it: where they are
 * missing the map is empty and the tests that need them are skipped, saying so in their names.
 */
export function publishedVectors(): ReadonlyMap<string, PublishedVector> {
  const path = new URL("../../../../../shared/platforms/vectors.json", import.meta.url);
  try {
    const { vectors } = JSON.parse(readFileSync(path, "utf8")) as { vectors: PublishedVector[] };
    return new Map(vectors.map((vector) => [vector.id, vector]));
  } catch {
    return new Map();
  }
}
