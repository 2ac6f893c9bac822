import type {
  AccountId,
  CampusId,
  DishId,
  PictureId,
  PlaceId,
  Point,
  Result,
  ShopId,
  TableId,
} from "@sanqi/kernel";
import type { Dish, DishContent, EditError, KeptMenu, MenuEdit, Shop, ShopTable } from "../domain/index.ts";
import type { CatalogChange, ChangeKind, ChangesWanted, Editor } from "./editing-api.ts";

/**
 * A dish as it is kept: `soldOutDay` is the day in China ("2026-11-22") on which the merchant took it off the menu,
 * `soldOutChoices` the same by choice ("size:large").
 */
export type StoredDish = DishContent & {
  readonly shopId: ShopId;
  readonly soldOutDay: string | null;
  readonly soldOutChoices: Readonly<Record<string, string>>;
};
export type StoredMenu = {
  readonly version: number;
  readonly shop: Shop;
  readonly dishes: readonly StoredDish[];
};

export type MenuImport = {
  readonly shops: readonly Shop[];
  readonly dishes: readonly Dish[];
  readonly digest: string;
  readonly once: boolean;
  /** Dishes that are not in the import stay on their menus. */
  readonly keepOthers: boolean;
  readonly at: number;
};

export type CatalogStore = {
  /** Every shop of the campus in the order in which to show them, with the version of its menu. */
  versions(campusId: CampusId): Promise<readonly { readonly shopId: ShopId; readonly version: number }[]>;
  menus(campusId: CampusId, shopIds: readonly ShopId[]): Promise<readonly StoredMenu[]>;
  /** Marks the dish, or one choice of it, and gives its menu a new version; false where none of the shops has it. */
  setSoldOut(change: {
    by: Editor;
    dishId: DishId;
    choice: string | null;
    soldOutDay: string | null;
    at: number;
  }): Promise<boolean>;
  /**
   * Writes shops with their whole menus: what is sold out or paused stays so, dishes that are not in it any more go
   * unless others are kept. A dish without a picture keeps the one that it has, a known shop its place on the list. One
   * transaction, with a row of the log for each difference to a menu that was there. With `once` nothing is written where the
   * last import had the same digest.
   * @returns whether it was written
   */
  save(campusId: CampusId, content: MenuImport): Promise<boolean>;
  table(campusId: CampusId, tableId: TableId): Promise<ShopTable | null>;
};

/** A change as the log keeps it; `before` and `after` as they are. */
export type RecordedChange = {
  /** `accountId` null: an import. */
  readonly by: Pick<Editor, "campusId" | "name"> & { readonly accountId: AccountId | null };
  readonly shopId: ShopId;
  readonly at: number;
  readonly kind: ChangeKind;
  readonly subject: string | null;
  readonly before: object | null;
  readonly after: object | null;
};

/** So many of a dish, or (not null) of one of its choices. */
export type LeftCount = { readonly dishId: DishId; readonly choice: string | null; readonly left: number };

export type EditStore = {
  kept(campusId: CampusId, shopId: ShopId): Promise<KeptMenu | null>;
  /** What the kitchen took off for that day: ids of dishes, and "dsh_… size:large" for choices. */
  soldOut(campusId: CampusId, shopId: ShopId, day: string): Promise<ReadonlySet<string>>;
  /** Locks the shop, decides on its newest menu, saves the edit and its row of the log; nothing where it is refused. */
  edit(
    change: { readonly by: Editor; readonly shopId: ShopId; readonly at: number },
    decide: (menu: KeptMenu) => Result<MenuEdit, EditError>,
  ): Promise<Result<null, EditError | { readonly kind: "shopNotFound" }>>;
  /** Locks the shop and sets what may still be sold today, with its row of the log; nothing where `check` finds a problem. */
  setLeft(
    change: { readonly by: Editor; readonly shopId: ShopId; readonly at: number },
    count: LeftCount,
    check: (menu: KeptMenu) => EditError | null,
  ): Promise<Result<null, EditError | { readonly kind: "shopNotFound" }>>;
  /** Newest first; `before`: the number of the last one that was read. */
  changes(campusId: CampusId, wanted: ChangesWanted): Promise<CatalogChange[]>;
  /** Those of the pictures that some dish shows, or a removed one would show again. */
  usesPicture(campusId: CampusId, pictureIds: readonly PictureId[]): Promise<ReadonlySet<PictureId>>;
};

export type DishPictures = {
  /** Keeps an uploaded picture for a dish; false where there is none, or it is somebody's complaint. */
  claim(campusId: CampusId, pictureId: PictureId): Promise<boolean>;
};

/** What others know of shops: orders keep ratings and portions. */
export type ShopFigures = {
  ratings(
    campusId: CampusId,
  ): Promise<ReadonlyMap<ShopId, { readonly rating: number; readonly count: number }>>;
  /** Portions left today; a dish that is not in the answer has all of them. */
  left(campusId: CampusId, dishIds: readonly DishId[]): Promise<ReadonlyMap<DishId, number>>;
  /** The same for choices with a stock of their own, by dish id, a blank and the choice ("dsh_… size:large"). */
  choicesLeft(campusId: CampusId, dishIds: readonly DishId[]): Promise<ReadonlyMap<string, number>>;
};

/** Where places are and how far on foot. */
export type Walks = {
  place(campusId: CampusId, placeId: PlaceId): Promise<{ readonly point: Point } | null>;
  walk(campusId: CampusId, from: Point, to: Point): Promise<{ readonly metres: number } | null>;
};

/** When a meal would arrive if it were ordered now. */
export type Promises = {
  forShops(
    campusId: CampusId,
    requests: readonly {
      readonly shopId: ShopId;
      readonly prepMinutes: number;
      readonly walkMetres: number;
    }[],
  ): Promise<ReadonlyMap<ShopId, { readonly earliest: number; readonly latest: number }>>;
};
