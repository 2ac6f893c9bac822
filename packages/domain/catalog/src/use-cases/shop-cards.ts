import type { CampusId, Clock, PlaceId, ShopId } from "@sanqi/kernel";
import { delivers, type Shop, type ShopCard, shopCard } from "../domain/index.ts";
import type { Promises, ShopFigures, Walks } from "./ports.ts";

export type CardDeps = {
  readonly clock: Clock;
  readonly figures: ShopFigures;
  readonly walks: Walks;
  readonly promises: Promises;
};

/**
 * Cards of the shops that deliver to the place, in the given order; null where the campus has no such place.
 * Without a place every shop gets a card, with a walk of 0 m: its promise is then the time until the meal is handed out.
 */
export async function shopCards(
  deps: CardDeps,
  campusId: CampusId,
  request: { readonly shops: readonly Shop[]; readonly placeId: PlaceId | null },
): Promise<ShopCard[] | null> {
  const near = await within(deps, campusId, request);
  if (!near) return null;
  const now = deps.clock.now();
  const [ratings, promises] = await Promise.all([
    deps.figures.ratings(campusId),
    deps.promises.forShops(
      campusId,
      near.map(({ shop: { shopId, prepMinutes }, walkMetres }) => ({ shopId, prepMinutes, walkMetres })),
    ),
  ]);
  return near.map(({ shop, walkMetres }) => {
    const of = <T>(map: ReadonlyMap<ShopId, T>) => map.get(shop.shopId);
    return shopCard(shop, { now, rating: of(ratings), walkMetres, promise: of(promises) });
  });
}

async function within(
  { walks }: CardDeps,
  campusId: CampusId,
  { shops, placeId }: { readonly shops: readonly Shop[]; readonly placeId: PlaceId | null },
): Promise<{ shop: Shop; walkMetres: number }[] | null> {
  if (placeId === null) return shops.map((shop) => ({ shop, walkMetres: 0 }));
  const place = await walks.place(campusId, placeId);
  if (!place) return null;
  const found = await Promise.all(
    shops.map(async (shop) => {
      const walkMetres = (await walks.walk(campusId, shop.point, place.point))?.metres ?? null;
      return delivers(walkMetres) ? [{ shop, walkMetres }] : [];
    }),
  );
  return found.flat();
}
