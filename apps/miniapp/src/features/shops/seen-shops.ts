import type { ShopId, Words } from "@sanqi/kernel";
import { create } from "zustand";

type SeenShops = { names: Readonly<Record<string, Words>>; see(shopId: ShopId, name: Words): void };

/** Names of the shops that were opened, for pages which only know the id. */
export const useSeenShops = create<SeenShops>((set, get) => ({
  names: {},
  see: (shopId, name) => set({ names: { ...get().names, [shopId]: name } }),
}));
