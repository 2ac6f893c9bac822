import { randomFillSync } from "node:crypto";

const poolBytes = 4096;

/**
 * Random bytes for ids, fetched some thousands at a time: an order takes several ids, and each fetch costs more than the id.
 * Not for secrets, which should not lie in memory before they are used.
 */
export function pooledRandom(): (bytes: Uint8Array) => void {
  const pool = new Uint8Array(poolBytes);
  let used = poolBytes;
  return (bytes) => {
    if (used + bytes.length > poolBytes) {
      randomFillSync(pool);
      used = 0;
    }
    bytes.set(pool.subarray(used, used + bytes.length));
    used += bytes.length;
  };
}
