import { type Id, type IdKind, idPrefixes, toId } from "@sanqi/kernel";

const seeds = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;
const primes = [0x01000193, 0x5bd1e995, 0x1b873593, 0x2c1b3c6d] as const;

/** Spreads every input bit over the word (the finishing steps of MurmurHash3, by Austin Appleby, public domain). */
function finish(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * 20 characters of [0-9a-z] that depend on the whole text: 103 bits, no secret, not for anything that an attacker chooses.
 * Four 32-bit lanes feed each other, so that no lane can collide alone. Pure, because domain code has no crypto.
 */
export function textHash(text: string): string {
  const lanes: number[] = [...seeds];
  const stir = (value: number, lane: number, next: number) => {
    const mixed = Math.imul((lanes[lane] ?? 0) ^ value, primes[lane] ?? 1);
    lanes[lane] = mixed ^ ((mixed << 13) | (mixed >>> 19)) ^ (lanes[next] ?? 0);
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    for (let lane = 0; lane < 4; lane++) stir(unit, lane, (lane + 1) % 4);
  }
  // Each lane then sees the whole length and every other lane.
  for (let round = 0; round < 4; round++)
    for (let lane = 0; lane < 4; lane++) stir(text.length + round, lane, (lane + 1) % 4);
  return lanes.map((lane) => (finish(lane) % 36 ** 5).toString(36).padStart(5, "0")).join("");
}

/** The id that belongs to a thing for as long as its own key stays the same: importing it again updates, never doubles. */
export const stableId = <K extends IdKind>(kind: K, key: string): Id<K> =>
  toId(kind, `${idPrefixes[kind]}_${textHash(`${kind}:${key}`)}`);
