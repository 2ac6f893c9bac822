import type { ShopId, Words } from "@sanqi/kernel";
import type { Handover } from "@sanqi/orders";
import { create } from "zustand";

type Seen = { readonly name: Words; readonly handovers: readonly Handover[] };
type SeenShops = { shops: Readonly<Record<string, Seen>>; see(shopId: ShopId, seen: Seen): void };

/** What was seen of the shops that were opened, for pages which only know the id. */
export const useSeenShops = create<SeenShops>((set, get) => ({
  shops: {},
  see: (shopId, seen) => set({ shops: { ...get().shops, [shopId]: seen } }),
}));
