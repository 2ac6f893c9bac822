import type { ShopId } from "@sanqi/kernel";
import { create } from "zustand";
import { type AppFailure, api, failureOf } from "@/rpc";
import type { EditableMenu } from "./menu-list";

type MenusState = {
  /** The own menus as the server said them last, by shop. */
  menus: Readonly<Record<string, EditableMenu>>;
  failure: AppFailure | null;
  /** Reads them in one request; never rejects. */
  load(shopIds: readonly ShopId[]): Promise<void>;
  /** Every change answers with the whole menu. */
  put(menu: EditableMenu): void;
};

/** One place for all desk pages: what one of them changed is there on the others. */
export const useMenus = create<MenusState>((set, get) => ({
  menus: {},
  failure: null,
  async load(shopIds) {
    try {
      const read = await Promise.all(shopIds.map((shopId) => api.merchant.editableMenu.query({ shopId })));
      const fresh = Object.fromEntries(read.map((menu) => [menu.shop.shopId, menu]));
      set({ menus: { ...get().menus, ...fresh }, failure: null });
    } catch (error) {
      set({ failure: failureOf(error) });
    }
  },
  put: (menu) => set({ menus: { ...get().menus, [menu.shop.shopId]: menu } }),
}));
