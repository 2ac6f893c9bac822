import type { AccountId, CampusId, DishId, PictureId, Result, ShopId, TableId } from "@sanqi/kernel";
import type {
  DishContent,
  DishDraft,
  EditableShop,
  EditError,
  GroupContent,
  MenuCategory,
  MenuEdit,
  Opening,
  Pause,
  RemovedDish,
  Shop,
  ShopTable,
} from "../domain/index.ts";

/** Who changes a menu; `shopIds`: the shops that they may change. */
export type Editor = {
  readonly campusId: CampusId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly shopIds: readonly ShopId[];
};

export type MenuEditError = EditError | { readonly kind: "shopNotFound" } | { readonly kind: "notAllowed" };

/** A dish with everything that can be changed, and what may still be sold of it today (null: as many as of the dish). */
export type EditableDish = Omit<DishContent, "options"> & {
  readonly version: number;
  readonly options: readonly (Omit<GroupContent, "choices"> & {
    readonly choices: readonly (GroupContent["choices"][number] & {
      readonly soldOut: boolean;
      readonly left: number | null;
    })[];
  })[];
  readonly pictureUrl: string | null;
  readonly soldOut: boolean;
  readonly left: number;
};

/** `version`s go back with a change: where somebody else changed the same meanwhile, it is refused (`menuChanged`). */
export type EditableMenu = {
  readonly shop: Omit<Shop, "point" | "buildingId"> & { readonly version: number; readonly opening: Opening };
  readonly categories: readonly MenuCategory[];
  readonly dishes: readonly EditableDish[];
  /** The newest first; they can be put back. */
  readonly removed: readonly Pick<
    RemovedDish,
    "dishId" | "name" | "nameEn" | "category" | "priceFen" | "removedAt"
  >[];
  readonly tables: readonly ShopTable[];
};

export type ChangeKind = MenuEdit["kind"] | "soldOutSet" | "leftSet";
export type CatalogChange = {
  readonly changeNo: number;
  readonly shopId: ShopId;
  readonly at: number;
  readonly actorName: string;
  readonly kind: ChangeKind;
  /** The id of the dish or table, with a blank and the choice where it is about one; null: the shop. */
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
};
/** `shopIds` null: all shops. */
export type ChangesWanted = {
  readonly shopIds: readonly ShopId[] | null;
  readonly before: number | null;
  readonly limit: number;
};

type Edited = Promise<Result<EditableMenu, MenuEditError>>;
type InShop<T> = T & { readonly shopId: ShopId };

/** How kitchens change their own menus and operators any; every change answers with the menu as it is then. */
export type MenuEditing = {
  menu(by: Editor, shopId: ShopId): Edited;
  addDish(by: Editor, dish: InShop<{ readonly draft: DishDraft }>): Edited;
  changeDish(
    by: Editor,
    dish: InShop<{ readonly dishId: DishId; readonly version: number; readonly draft: DishDraft }>,
  ): Edited;
  removeDish(by: Editor, dish: InShop<{ readonly dishId: DishId; readonly version: number }>): Edited;
  /** Takes a removal back. */
  restoreDish(by: Editor, dish: InShop<{ readonly dishId: DishId }>): Edited;
  /** All categories in their new order and with their new names. */
  arrangeCategories(
    by: Editor,
    menu: InShop<{ readonly categories: readonly (MenuCategory & { readonly was: string })[] }>,
  ): Edited;
  changeShop(
    by: Editor,
    shop: InShop<{ readonly version: number; readonly change: Partial<EditableShop> }>,
  ): Edited;
  /** Null: open again. */
  pause(by: Editor, shop: InShop<{ readonly paused: Pause | null }>): Edited;
  /**
   * So many may still be sold today, beyond everything ordered for it: portions that paid pre-orders keep are not released by
   * it, so the kitchen counts what is there without them.
   */
  setLeft(
    by: Editor,
    dish: InShop<{ readonly dishId: DishId; readonly choice: string | null; readonly left: number }>,
  ): Edited;
  /** `tableId` null: a new one. */
  setTable(by: Editor, table: InShop<{ readonly tableId: TableId | null; readonly name: string }>): Edited;
  removeTable(by: Editor, table: InShop<{ readonly tableId: TableId }>): Edited;
  /** Newest first. */
  changes(campusId: CampusId, wanted: ChangesWanted): Promise<CatalogChange[]>;
  /** Those of the pictures that dishes show. */
  usesPicture(campusId: CampusId, pictureIds: readonly PictureId[]): Promise<ReadonlySet<PictureId>>;
};
