import { useEffect, useRef, useState } from "react";
import type { OrderRow } from "./use-orders.ts";

const none: ReadonlySet<string> = new Set();
const shownFor = 2_400;

/** Orders that moved on since the last read, for the moment in which the table lets them glow. */
export function useChangedRows(rows: readonly OrderRow[] | undefined): ReadonlySet<string> {
  const versions = useRef<Map<string, number> | null>(null);
  const [changed, setChanged] = useState<ReadonlySet<string>>(none);

  useEffect(() => {
    if (!rows) return;
    const before = versions.current;
    versions.current = new Map(rows.map((row) => [row.orderId, row.version]));
    // The first read, or another day, is not news.
    if (!before || !rows.some((row) => before.has(row.orderId))) return;
    const moved = rows.filter((row) => before.get(row.orderId) !== row.version).map((row) => row.orderId);
    if (moved.length === 0) return;
    setChanged(new Set(moved));
    const timer = window.setTimeout(() => setChanged(none), shownFor);
    return () => window.clearTimeout(timer);
  }, [rows]);

  return changed;
}
