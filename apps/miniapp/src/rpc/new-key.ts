const letters = "0123456789abcdefghijklmnopqrstuvwxyz";

/**
 * An idempotency key: 24 characters. Make one when a person decides something, keep it through every retry of that
 * decision, make a new one for the next decision. Mini-program engines have no crypto, and a key only has to be new.
 */
export function newKey(now: () => number = Date.now, random: () => number = Math.random): string {
  let key = now().toString(36).padStart(9, "0").slice(-9);
  while (key.length < 24) key += letters[Math.floor(random() * letters.length)];
  return key;
}
