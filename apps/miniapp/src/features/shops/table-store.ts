import type { TableId } from "@sanqi/kernel";
import { useEffect } from "react";
import { create } from "zustand";
import { useSession } from "@/features/session";
import { api, type Outputs } from "@/rpc";

type Table = Outputs["catalog"]["table"];
type Tables = { tables: Readonly<Record<string, Table>>; load(tableId: TableId): Promise<void> };

const useTables = create<Tables>((set, get) => ({
  tables: {},
  async load(tableId) {
    if (get().tables[tableId]) return;
    const table = await api.catalog.table.query({ tableId });
    set({ tables: { ...get().tables, [tableId]: table } });
  },
}));

/** The table whose code was scanned; null until it is known. A table that is gone is refused with the price, in words. */
export function useTable(tableId: TableId | null): Table | null {
  const ready = useSession((state) => state.status === "ready");
  const { tables, load } = useTables();
  useEffect(() => {
    if (tableId && ready) load(tableId).catch(() => undefined);
  }, [tableId, ready, load]);
  return tableId ? (tables[tableId] ?? null) : null;
}
