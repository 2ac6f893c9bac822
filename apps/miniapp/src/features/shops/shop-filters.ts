import type { Outputs } from "@/rpc";

export type ShopCard = Outputs["catalog"]["shops"][number];
export type FilterKey = "open" | "halal" | "freeDelivery";
export type ShopFilters = { readonly on: readonly FilterKey[]; readonly category: string | null };

/** A kind of food; filters keep its Chinese name, whatever the language of the screen. */
export type Category = { readonly name: string; readonly nameEn: string };

export const noFilters: ShopFilters = { on: [], category: null };

const tests: Record<FilterKey, (shop: ShopCard) => boolean> = {
  open: (shop) => shop.open,
  halal: (shop) => shop.halal,
  freeDelivery: (shop) => shop.deliveryFeeFen === 0,
};

/** Shops that pass every filter, open ones first; otherwise the server's order stays. */
export function filterShops(shops: readonly ShopCard[], filters: ShopFilters): ShopCard[] {
  const passing = shops.filter(
    (shop) =>
      filters.on.every((key) => tests[key](shop)) &&
      (filters.category === null || shop.category === filters.category),
  );
  return [...passing.filter((shop) => shop.open), ...passing.filter((shop) => !shop.open)];
}

/** Categories in the order in which they first appear. */
export const categoriesOf = (shops: readonly ShopCard[]): Category[] =>
  [...new Map(shops.map((shop) => [shop.category, shop.categoryEn]))].map(([name, nameEn]) => ({
    name,
    nameEn,
  }));

/** A category that no shop has any more (stored from an earlier visit) is dropped, so that nobody faces an empty list. */
export const fitFilters = (filters: ShopFilters, shops: readonly ShopCard[]): ShopFilters =>
  filters.category === null || shops.some((shop) => shop.category === filters.category)
    ? filters
    : { ...filters, category: null };

/** The first arrival that an open shop promises, for the head of the page. */
export function soonest(shops: readonly ShopCard[]): { earliest: number; latest: number } | null {
  const promises = shops.flatMap((shop) => (shop.open && shop.promise ? [shop.promise] : []));
  return promises.sort((a, b) => a.earliest - b.earliest)[0] ?? null;
}

/** Minutes until the middle of the promised range, in steps of five from ten on. */
export function minutesUntil(promise: { earliest: number; latest: number }, now: number): number {
  const minutes = Math.max(1, Math.round(((promise.earliest + promise.latest) / 2 - now) / 60_000));
  return minutes < 10 ? minutes : Math.round(minutes / 5) * 5;
}
