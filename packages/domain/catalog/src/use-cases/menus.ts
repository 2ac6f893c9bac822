import { type CampusId, type Clock, chinaDay, type ShopId, second } from "@sanqi/kernel";
import { choiceName, type Dish } from "../domain/index.ts";
import type { MenuSnapshot, Menus } from "./api.ts";
import type { CatalogStore, MenuImport, StoredDish, StoredMenu } from "./ports.ts";

/** Other processes change menus too: the versions are looked at again after this. */
const recheckAfter = 2 * second;

type Loaded = { readonly stored: StoredMenu; on(day: string): MenuSnapshot };
type Shelf = { checkedAt: number; menus: ReadonlyMap<ShopId, Loaded>; refreshing: Promise<void> | null };

export type MenuDeps = {
  readonly store: CatalogStore;
  readonly clock: Clock;
  /** The same text, the same digest: for imports. */
  readonly digest: (text: string) => string;
};

/** Menus in memory, one entry a shop, replaced when its version moved. */
export function createMenus({ store, clock, digest }: MenuDeps): Menus {
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

  async function save(
    campusId: CampusId,
    content: Pick<MenuImport, "shops" | "dishes" | "once">,
  ): Promise<boolean> {
    const text = JSON.stringify([content.shops, content.dishes]);
    const written = await store.save(campusId, {
      ...content,
      keepOthers: false,
      digest: digest(text),
      at: clock.now(),
    });
    changed(campusId);
    return written;
  }

  // A new shelf: a look that began before the change must not be taken for one after it.
  const changed = (campusId: CampusId): void => void shelves.delete(campusId);

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
      const at = clock.now();
      const done = await store.setSoldOut({ ...dish, soldOutDay: soldOut ? chinaDay(at) : null, at });
      changed(dish.by.campusId);
      return done;
    },
    importShops: async (campusId, shops, dishes) => {
      await save(campusId, { shops, dishes, once: false });
    },
    importShopsOnce: (campusId, shops, dishes) => save(campusId, { shops, dishes, once: true }),
    tableOf: (campusId, tableId) => store.table(campusId, tableId),
    changed,
  };
}

/** Dishes come back by themselves the next day, so the snapshot belongs to a day. */
function loadedMenu(stored: StoredMenu): Loaded {
  let made: { day: string; snapshot: MenuSnapshot } | null = null;
  return {
    stored,
    on(day) {
      if (made?.day === day) return made.snapshot;
      const dishes = stored.dishes.map((dish) => dishOn(dish, day));
      const snapshot = { shop: stored.shop, dishes: new Map(dishes.map((dish) => [dish.dishId, dish])) };
      made = { day, snapshot };
      return snapshot;
    },
  };
}

const dishOn = ({ soldOutDay, soldOutChoices, options, ...dish }: StoredDish, day: string): Dish => ({
  ...dish,
  soldOut: soldOutDay === day,
  options: options.map((group) => ({
    ...group,
    choices: group.choices.map((choice) => ({
      ...choice,
      soldOut: soldOutChoices[choiceName(group, choice)] === day,
    })),
  })),
});
