import type { Answer } from "./wire.ts";

/** What a body says: the order's id where it was placed, else the stable code of the refusal. */
export function outcomeOf({ status, body }: Answer): { orderId: string } | { code: string } {
  try {
    const said = JSON.parse(body) as {
      result?: { data?: { orderId?: string } };
      error?: { data?: { sanqi?: { code?: string } } };
    };
    const orderId = said.result?.data?.orderId;
    if (status === 200 && orderId) return { orderId };
    return { code: said.error?.data?.sanqi?.code ?? `HTTP ${status}` };
  } catch {
    return { code: `HTTP ${status}` };
  }
}

/** Counts by word: "ok", a code, "timeout". */
export type Counts = Record<string, number>;
export const count = (counts: Counts, word: string): void => {
  counts[word] = (counts[word] ?? 0) + 1;
};
export const countsText = (counts: Counts): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([word, n]) => `${n} × ${word}`)
    .join(", ");

/** What the database holds of one key. */
export type Booked = { readonly key: string; readonly orders: number; readonly orderId: string };

/**
 * Holds what was answered against what was booked. Lost: a key that was sent and has no order, or whose answer named an order that is
 * not in the books. Doubled: an order too many for a key.
 */
export function lostAndDoubled(
  answered: ReadonlyMap<string, string | null>,
  booked: readonly Booked[],
): { lost: number; doubled: number } {
  const books = new Map(booked.map((row) => [row.key, row]));
  let lost = 0;
  for (const [key, orderId] of answered) {
    const row = books.get(key);
    if (!row || (orderId !== null && row.orders === 1 && row.orderId !== orderId)) lost += 1;
  }
  const doubled = booked.reduce((sum, row) => sum + Math.max(0, row.orders - 1), 0);
  return { lost, doubled };
}
