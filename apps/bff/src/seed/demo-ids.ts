import type { CampusId, DepartmentId, DishId, PlaceId, ShopId } from "@sanqi/kernel";

/** Ids by the key that the demo's data files use; `of` throws for a key that is not there, because that is a bug in the demo. */
export type NamedIds<T> = { of(key: string): T; readonly keys: readonly string[] };

export type DemoIds = {
  readonly campusId: CampusId;
  /** By the dormitory's name ("澜园2号楼") or the pick-up point's name or key ("lanyuan-square"). */
  readonly places: NamedIds<PlaceId>;
  readonly shops: NamedIds<ShopId>;
  /** By "shop/dish", for example "lanzhou/beef-noodles". */
  readonly dishes: NamedIds<DishId>;
  /** A kitchen cooks for several shops. */
  readonly kitchens: NamedIds<readonly ShopId[]>;
  readonly departments: NamedIds<DepartmentId>;
};

export function namedIds<T>(what: string, entries: Iterable<readonly [string, T]>): NamedIds<T> {
  const byKey = new Map(entries);
  return {
    keys: [...byKey.keys()],
    of(key) {
      const id = byKey.get(key);
      if (id === undefined) throw new Error(`the demo has no ${what} ${key}`);
      return id;
    },
  };
}
