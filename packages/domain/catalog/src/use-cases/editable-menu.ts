import { type CampusId, chinaDay, err, ok, type Result, type ShopId } from "@sanqi/kernel";
import { categoriesOf, choiceName, type KeptDish, openingAt } from "../domain/index.ts";
import type { EditingDeps } from "./edit-menus.ts";
import type { EditableDish, EditableMenu, MenuEditError } from "./editing-api.ts";

/** The whole menu with its versions, what is left today, and what was removed. */
export async function editableMenu(
  deps: Pick<EditingDeps, "store" | "figures" | "pictureUrl" | "clock">,
  campusId: CampusId,
  shopId: ShopId,
): Promise<Result<EditableMenu, MenuEditError>> {
  const now = deps.clock.now();
  const kept = await deps.store.kept(campusId, shopId);
  if (!kept) return err({ kind: "shopNotFound" });
  const ids = kept.dishes.map((dish) => dish.dishId);
  const [soldOut, dishesLeft, choicesLeft] = await Promise.all([
    deps.store.soldOut(campusId, shopId, chinaDay(now)),
    deps.figures.left(campusId, ids),
    deps.figures.choicesLeft(campusId, ids),
  ]);
  const editable = (dish: KeptDish): EditableDish => ({
    ...dish,
    pictureUrl: dish.pictureId && deps.pictureUrl(campusId, dish.pictureId),
    soldOut: soldOut.has(dish.dishId),
    left: dishesLeft.get(dish.dishId) ?? dish.dailyStock,
    options: dish.options.map((group) => ({
      ...group,
      choices: group.choices.map((choice) => {
        const name = `${dish.dishId} ${choiceName(group, choice)}`;
        const left = choice.dailyStock === null ? null : (choicesLeft.get(name) ?? choice.dailyStock);
        return { ...choice, soldOut: soldOut.has(name), left };
      }),
    })),
  });
  const { point: _point, buildingId: _building, ...shop } = kept.shop;
  return ok({
    shop: { ...shop, version: kept.version, opening: openingAt(kept.shop, now) },
    categories: categoriesOf(kept),
    dishes: kept.dishes.map(editable),
    removed: kept.removed.map(({ dishId, name, nameEn, category, priceFen, removedAt }) => {
      return { dishId, name, nameEn, category, priceFen, removedAt };
    }),
    tables: kept.tables,
  });
}
