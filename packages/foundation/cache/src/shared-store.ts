/**
 * A store that all processes share. It may forget anything at any time; it must never let something older take the place of
 * something newer. Whoever implements it rejects when the store does not answer in time.
 */
export type SharedStore = {
  /** Null where nothing is kept, or only that it is outdated. */
  get(key: string): Promise<Buffer | null>;
  /** Keeps a frame for so long, unless something newer is there. */
  put(key: string, frame: { version: number; bytes: Buffer; lifeMs: number }): Promise<void>;
  /** What is older than `version` is gone, and cannot come back for so long. */
  outdate(key: string, version: number, lifeMs: number): Promise<void>;
};
