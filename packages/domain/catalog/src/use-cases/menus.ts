import { type CampusId, type Clock, chinaDay, type ShopId, second } from "@sanqi/kernel";
import type { MenuSnapshot, Menus } from "./api.ts";
import type { CatalogStore, StoredMenu } from "./ports.ts";

/** Other processes change menus too: the versions are looked at again after this. */
const recheckAfter = 2 * second;

type Loaded = { readonly stored: StoredMenu; on(day: string): MenuSnapshot };
type Shelf = { checkedAt: number; menus: ReadonlyMap<ShopId, Loaded>; refreshing: Promise<void> | null };

/** Menus in memory, one entry a shop, replaced when its version moved. */
export function createMenus({ store, clock }: { store: CatalogStore; clock: Clock }): Menus {
  const shelves = new Map<CampusId, Shelf>();

  async function refresh(campusId: CampusId, shelf: Shelf): Promise<void> {
    const startedAt = clock.now();
    const versions = await store.versions(campusId);
    const known = (shopId: ShopId, version: number) => {
      const loaded = shelf.menus.get(shopId);
      return loaded?.stored.version === version ? loaded : undefined;
    };
    const missing = versions.filter((v) => !known(v.shopId, v.version)).map((v) => v.shopId);
    const read = missing.length > 0 ? await store.menus(campusId, missing) : [];
    const fresh = new Map(read.map((stored) => [stored.shop.shopId, loadedMenu(stored)]));
    const menus = new Map<ShopId, Loaded>();
    for (const { shopId, version } of versions) {
      const menu = fresh.get(shopId) ?? known(shopId, version);
      if (menu) menus.set(shopId, menu);
    }
    shelf.menus = menus;
    shelf.checkedAt = startedAt;
  }

  async function shelfOf(campusId: CampusId): Promise<ReadonlyMap<ShopId, Loaded>> {
    const shelf = shelves.get(campusId) ?? {
      checkedAt: Number.NEGATIVE_INFINITY,
      menus: new Map(),
      refreshing: null,
    };
    if (clock.now() - shelf.checkedAt >= recheckAfter) {
      shelves.set(campusId, shelf);
      // Many readers, one look at the database.
      shelf.refreshing ??= refresh(campusId, shelf).finally(() => {
        shelf.refreshing = null;
      });
      await shelf.refreshing;
      // Ids from outside must not fill the memory.
      if (shelf.menus.size === 0) shelves.delete(campusId);
    }
    return shelf.menus;
  }

  return {
    async menuForOrder(campusId, shopId) {
      const menu = (await shelfOf(campusId)).get(shopId);
      return menu?.on(chinaDay(clock.now())) ?? null;
    },
    async all(campusId) {
      const today = chinaDay(clock.now());
      return [...(await shelfOf(campusId)).values()].map((menu) => menu.on(today));
    },
    async setSoldOut({ soldOut, ...dish }) {
      const done = await store.setSoldOut({ ...dish, soldOutDay: soldOut ? chinaDay(clock.now()) : null });
      // A new shelf: a look that began before the change must not be taken for one after it.
      shelves.delete(dish.campusId);
      return done;
    },
    async importShops(campusId, shops, dishes) {
      await store.save(campusId, shops, dishes, clock.now());
      shelves.delete(campusId);
    },
  };
}

/** Dishes come back by themselves the next day, so the snapshot belongs to a day. */
function loadedMenu(stored: StoredMenu): Loaded {
  let made: { day: string; snapshot: MenuSnapshot } | null = null;
  return {
    stored,
    on(day) {
      if (made?.day === day) return made.snapshot;
      const dishes = stored.dishes.map(({ soldOutDay, ...dish }) => ({
        ...dish,
        soldOut: soldOutDay === day,
      }));
      const snapshot = { shop: stored.shop, dishes: new Map(dishes.map((dish) => [dish.dishId, dish])) };
      made = { day, snapshot };
      return snapshot;
    },
  };
}
