import Taro from "@tarojs/taro";
import { create } from "zustand";
import { type FilterKey, noFilters, type ShopFilters } from "./shop-filters";

const filterKey = "sanqi.filters";
const searchKey = "sanqi.searches";
const keptSearches = 8;

type ShopsState = {
  /** Filters stay between visits. */
  filters: ShopFilters;
  searches: readonly string[];
  toggle(key: FilterKey): void;
  chooseCategory(category: string | null): void;
  clearFilters(): void;
  remember(text: string): void;
  forgetSearches(): void;
};

function stored<T>(key: string, isIt: (value: unknown) => value is T, otherwise: T): T {
  const value: unknown = Taro.getStorageSync(key);
  return isIt(value) ? value : otherwise;
}
const isFilters = (value: unknown): value is ShopFilters => Array.isArray((value as ShopFilters | null)?.on);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === "string");

export const useShops = create<ShopsState>((set, get) => {
  const keep = (filters: ShopFilters) => {
    set({ filters });
    Taro.setStorageSync(filterKey, filters);
  };
  const keepSearches = (searches: readonly string[]) => {
    set({ searches });
    Taro.setStorageSync(searchKey, searches);
  };
  return {
    filters: stored(filterKey, isFilters, noFilters),
    searches: stored(searchKey, isTexts, []),
    toggle(key) {
      const { on, category } = get().filters;
      keep({ on: on.includes(key) ? on.filter((other) => other !== key) : [...on, key], category });
    },
    chooseCategory: (category) => keep({ ...get().filters, category }),
    clearFilters: () => keep(noFilters),
    remember(text) {
      const word = text.trim();
      if (word)
        keepSearches([word, ...get().searches.filter((other) => other !== word)].slice(0, keptSearches));
    },
    forgetSearches: () => keepSearches([]),
  };
});
