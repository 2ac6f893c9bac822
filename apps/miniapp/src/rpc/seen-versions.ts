/** More orders than anybody looks at between two starts of the app. */
const most = 200;

type Seen = { orderId?: unknown; version?: unknown; order?: unknown; orders?: unknown };

/**
 * The newest version of each order that this phone has seen, whoever said it: a command's answer, a list, a live update. A
 * read names it, so that no server answers with something older.
 */
export function createSeenVersions() {
  const versions = new Map<string, number>();

  function note(data: unknown): void {
    const { orderId, version, order, orders } = (data ?? {}) as Seen;
    if (order) note(order);
    if (Array.isArray(orders)) orders.forEach(note);
    if (typeof orderId !== "string" || typeof version !== "number") return;
    const newest = Math.max(version, versions.get(orderId) ?? 0);
    versions.delete(orderId);
    versions.set(orderId, newest);
    const [oldest] = versions.keys();
    if (versions.size > most && oldest !== undefined) versions.delete(oldest);
  }
  return { note, of: (orderId: string): number | undefined => versions.get(orderId) };
}
