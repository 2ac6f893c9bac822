import { type DishId, err, ok, type Result } from "@sanqi/kernel";
import type { MenuCategory } from "../views.ts";
import { type DishDraft, dishOf, dishProblem } from "./dish-draft.ts";
import { type EditError, firstBroken, type KeptMenu, type MenuEdit, orderOf } from "./edits.ts";

type Edited = Result<MenuEdit, EditError>;
type Made = { readonly dishId: DishId; readonly newKey: () => string };

export function addDish(menu: KeptMenu, draft: DishDraft, made: Made): Edited {
  const dish = dishOf(draft, null, made);
  const problem = dishProblem(dish, menu.dishes);
  return problem ? err(problem) : ok({ kind: "dishAdded", dish, order: orderOf(menu.dishes, dish) });
}

/** `version`: the dish as its editor saw it. */
export function changeDish(
  menu: KeptMenu,
  { draft, version }: { readonly draft: DishDraft; readonly version: number },
  made: Made,
): Edited {
  const before = menu.dishes.find((dish) => dish.dishId === made.dishId);
  if (!before) return err({ kind: "dishNotFound", dishId: made.dishId });
  if (before.version !== version) return err({ kind: "menuChanged" });
  const dish = dishOf(draft, before, made);
  const problem = dishProblem(
    dish,
    menu.dishes.filter((other) => other !== before),
  );
  if (problem) return err(problem);
  const order = dish.category === before.category ? null : orderOf(menu.dishes, dish);
  return ok({ kind: "dishChanged", before, dish, order });
}

export function removeDish(
  menu: KeptMenu,
  { dishId, version }: { readonly dishId: DishId; readonly version: number },
): Edited {
  const dish = menu.dishes.find((other) => other.dishId === dishId);
  if (!dish) return err({ kind: "dishNotFound", dishId });
  return dish.version === version ? ok({ kind: "dishRemoved", dish }) : err({ kind: "menuChanged" });
}

/** Takes a removal back. */
export function restoreDish(menu: KeptMenu, dishId: DishId): Edited {
  const removed = menu.removed.find((other) => other.dishId === dishId);
  if (!removed) return err({ kind: "dishNotFound", dishId });
  const { removedAt: _at, version: _version, ...dish } = removed;
  const problem = dishProblem(dish, menu.dishes);
  return problem ? err(problem) : ok({ kind: "dishRestored", dish, order: orderOf(menu.dishes, dish) });
}

/** All categories in their new order, each with the name that it had: what is missing or unknown was changed meanwhile. */
export function arrangeCategories(
  menu: KeptMenu,
  wanted: readonly (MenuCategory & { readonly was: string })[],
): Edited {
  const before = categoriesOf(menu);
  const known = new Set(before.map(({ name }) => name));
  if (wanted.length !== known.size || !wanted.every(({ was }) => known.delete(was)))
    return err({ kind: "menuChanged" });
  const after = wanted.map(({ was, name, nameEn }) => ({ was, name, nameEn: nameEn || name }));
  const problem = firstBroken([
    [after.every(({ name }) => name !== ""), "categories", "请填写分类名称", "Give the category a name"],
    [
      new Set(after.map(({ name }) => name)).size === after.length,
      "categories",
      "分类名称重复",
      "Two categories have the same name",
    ],
  ]);
  if (problem) return err(problem);
  const order = after.flatMap(({ was }) =>
    menu.dishes.filter((dish) => dish.category === was).map((dish) => dish.dishId),
  );
  return ok({ kind: "categoriesChanged", before, after, order });
}

/** The categories of a menu in their order. */
export const categoriesOf = ({ dishes }: Pick<KeptMenu, "dishes">): MenuCategory[] =>
  [...new Map(dishes.map((dish) => [dish.category, dish.categoryEn]))].map(([name, nameEn]) => ({
    name,
    nameEn,
  }));
