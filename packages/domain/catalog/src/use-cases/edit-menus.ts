import { type CampusId, type Clock, err, type Ids, type PictureId, type Result } from "@sanqi/kernel";
import {
  addDish,
  arrangeCategories,
  changeDish,
  changeShop,
  choiceName,
  type DishDraft,
  type EditError,
  firstBroken,
  type KeptMenu,
  type MenuEdit,
  menuLimits,
  pauseShop,
  removeDish,
  removeTable,
  restoreDish,
  setTable,
} from "../domain/index.ts";
import type { Menus } from "./api.ts";
import { editableMenu } from "./editable-menu.ts";
import type { EditableMenu, Editor, MenuEditError, MenuEditing } from "./editing-api.ts";
import type { DishPictures, EditStore, LeftCount, ShopFigures } from "./ports.ts";

export type EditingDeps = {
  readonly store: EditStore;
  readonly menus: Menus;
  readonly figures: ShopFigures;
  readonly pictures: DishPictures;
  readonly pictureUrl: (campusId: CampusId, pictureId: PictureId) => string;
  readonly clock: Clock;
  readonly ids: Ids;
};

type Answer = Promise<Result<EditableMenu, MenuEditError>>;

export function createMenuEditing(deps: EditingDeps): MenuEditing {
  const { store, menus, clock, ids } = deps;
  // The random end of an id: short enough for carts, which write "group:choice", and never used twice.
  const newKey = () => ids.next("dish").slice(-10);

  async function edit(
    by: Editor,
    shopId: KeptMenu["shop"]["shopId"],
    decide: (menu: KeptMenu) => Result<MenuEdit, EditError>,
  ): Answer {
    if (!by.shopIds.includes(shopId)) return err({ kind: "notAllowed" });
    const edited = await store.edit({ by, shopId, at: clock.now() }, decide);
    if (!edited.ok) return edited;
    menus.changed(by.campusId);
    return editableMenu(deps, by.campusId, shopId);
  }

  const withPicture = async (by: Editor, { pictureId }: DishDraft, work: () => Answer): Answer =>
    pictureId === null || (await deps.pictures.claim(by.campusId, pictureId))
      ? work()
      : err({
          kind: "menuInvalid",
          field: "pictureId",
          why: { zh: "找不到这张图片，请重新上传", en: "There is no such picture; upload it again" },
        });

  return {
    menu: async (by, shopId) =>
      by.shopIds.includes(shopId) ? editableMenu(deps, by.campusId, shopId) : err({ kind: "notAllowed" }),
    addDish: (by, { shopId, draft }) =>
      withPicture(by, draft, () =>
        edit(by, shopId, (menu) => addDish(menu, draft, { dishId: ids.next("dish"), newKey })),
      ),
    changeDish: (by, { shopId, dishId, ...change }) =>
      withPicture(by, change.draft, () =>
        edit(by, shopId, (menu) => changeDish(menu, change, { dishId, newKey })),
      ),
    removeDish: (by, { shopId, ...dish }) => edit(by, shopId, (menu) => removeDish(menu, dish)),
    restoreDish: (by, { shopId, dishId }) => edit(by, shopId, (menu) => restoreDish(menu, dishId)),
    arrangeCategories: (by, { shopId, categories }) =>
      edit(by, shopId, (menu) => arrangeCategories(menu, categories)),
    changeShop: (by, { shopId, ...change }) =>
      edit(by, shopId, (menu) => changeShop(menu, change, clock.now())),
    pause: (by, { shopId, paused }) => edit(by, shopId, (menu) => pauseShop(menu, paused, clock.now())),
    setTable: (by, { shopId, tableId, name }) =>
      edit(by, shopId, (menu) =>
        tableId !== null && !menu.tables.some((table) => table.tableId === tableId)
          ? err({ kind: "tableNotFound" })
          : setTable(menu, { shopId, tableId: tableId ?? ids.next("table"), name }),
      ),
    removeTable: (by, { shopId, tableId }) => edit(by, shopId, (menu) => removeTable(menu, tableId)),
    async setLeft(by, { shopId, ...count }) {
      if (!by.shopIds.includes(shopId)) return err({ kind: "notAllowed" });
      const change = { by, shopId, at: clock.now() };
      const set = await store.setLeft(change, count, (menu) => leftProblem(menu, count));
      if (!set.ok) return set;
      return editableMenu(deps, by.campusId, shopId);
    },
    changes: (campusId, wanted) => store.changes(campusId, wanted),
    usesPicture: (campusId, pictureIds) => store.usesPicture(campusId, pictureIds),
  };
}

/** Only what has a stock of its own can be counted. */
function leftProblem(menu: KeptMenu, { dishId, choice, left }: LeftCount): EditError | null {
  const dish = menu.dishes.find((other) => other.dishId === dishId);
  if (!dish) return { kind: "dishNotFound", dishId };
  const counted = dish.options.flatMap((group) =>
    group.choices.filter((one) => one.dailyStock !== null).map((one) => choiceName(group, one)),
  );
  return firstBroken([
    [
      choice === null || counted.includes(choice),
      "choice",
      "请先给这个选项设置每日份数",
      "Give this choice a number of portions a day first",
    ],
    [
      Number.isInteger(left) && left >= 0 && left <= menuLimits.dailyStock,
      "left",
      "还可售份数须在 0 到 9999 之间",
      "From 0 to 9999 portions can still be sold",
    ],
  ]);
}
