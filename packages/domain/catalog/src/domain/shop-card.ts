import { openingAt } from "./hours.ts";
import type { Shop } from "./shop.ts";
import type { ShopCard } from "./views.ts";

/** Farther on foot than this a meal arrives cold: half an hour's walk, some eight minutes on an e-bike. */
export const deliveryReachMetres = 2_500;
export const delivers = (walkMetres: number | null): walkMetres is number =>
  walkMetres !== null && walkMetres <= deliveryReachMetres;

/** What the card shows beside the shop's own words. */
export type ShopFacts = {
  readonly now: number;
  readonly rating: { readonly rating: number; readonly count: number } | undefined;
  readonly walkMetres: number;
  readonly promise: ShopCard["promise"] | undefined;
};

export function shopCard(shop: Shop, facts: ShopFacts): ShopCard {
  const { buildingId: _building, prepMinutes: _minutes, deliveryTariff, ...words } = shop;
  const { hours: _hours, exceptions: _exceptions, paused: _paused, ...shown } = words;
  const opening = openingAt(shop, facts.now);
  return {
    ...shown,
    ...opening,
    deliveryFeeFen: deliveryTariff?.baseFen ?? shop.deliveryFeeFen,
    deliveryFeeVaries: deliveryTariff !== null,
    rating: facts.rating ? Math.round(facts.rating.rating * 10) / 10 : null,
    ratingCount: facts.rating?.count ?? 0,
    walkMetres: facts.walkMetres,
    promise: opening.open ? (facts.promise ?? null) : null,
  };
}

/** Open shops first, of those the earliest promise first, then the nearest. Closed ones keep the campus's own order. */
export function byPromise(a: ShopCard, b: ShopCard): number {
  if (a.open !== b.open) return a.open ? -1 : 1;
  if (!a.open) return 0;
  const late = Number.MAX_SAFE_INTEGER;
  return (a.promise?.earliest ?? late) - (b.promise?.earliest ?? late) || a.walkMetres - b.walkMetres;
}
