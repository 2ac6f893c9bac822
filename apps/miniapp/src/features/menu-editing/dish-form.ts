import { dishOf, dishProblem, menuLimits } from "@sanqi/catalog";
import { type DishId, err, fen, ok, type Result } from "@sanqi/kernel";
import { countFrom, fenFrom, yuanInField } from "@/features/staff/yuan-field";
import type { EditableDish } from "./menu-list";
import type { Invalid } from "./use-menu-change";

/** What is typed, as it is typed; `row` only tells rows apart on the screen. */
export type ChoiceForm = {
  readonly row: number;
  readonly key: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly price: string;
  /** Empty: as many as the dish has. */
  readonly dailyStock: string;
};
export type GroupForm = {
  readonly row: number;
  readonly key: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly min: number;
  readonly max: number;
  readonly choices: readonly ChoiceForm[];
};
export type DishForm = Pick<
  EditableDish,
  | "name"
  | "nameEn"
  | "description"
  | "descriptionEn"
  | "category"
  | "categoryEn"
  | "labels"
  | "allergens"
  | "pictureId"
  | "pictureUrl"
> & { readonly price: string; readonly dailyStock: string; readonly options: readonly GroupForm[] };

let rows = 0;
const nextRow = (): number => {
  rows += 1;
  return rows;
};

export const newChoice = (): ChoiceForm => ({
  ...{ row: nextRow(), key: null, name: "", nameEn: "", price: "0", dailyStock: "" },
});
/** One of some choices has to be picked: what most questions of a menu are. */
export const newGroup = (): GroupForm => ({
  ...{ row: nextRow(), key: null, name: "", nameEn: "", min: 1, max: 1 },
  choices: [newChoice(), newChoice()],
});

/** An empty form for a new dish of that category. */
export const emptyDish = (
  category: { readonly name: string; readonly nameEn: string } | undefined,
): DishForm => ({
  ...{ name: "", nameEn: "", description: "", descriptionEn: "" },
  category: category?.name ?? "",
  categoryEn: category?.nameEn ?? "",
  ...{
    price: "",
    dailyStock: "100",
    labels: [],
    allergens: [],
    options: [],
    pictureId: null,
    pictureUrl: null,
  },
});

/** The form of a dish as it is. */
export const formOf = (dish: EditableDish): DishForm => ({
  ...dish,
  price: yuanInField(dish.priceFen),
  dailyStock: String(dish.dailyStock),
  options: dish.options.map((group) => ({
    ...{
      row: nextRow(),
      key: group.key,
      name: group.name,
      nameEn: group.nameEn,
      min: group.min,
      max: group.max,
    },
    choices: group.choices.map((choice) => ({
      ...{ row: nextRow(), key: choice.key, name: choice.name, nameEn: choice.nameEn },
      price: yuanInField(choice.priceFen),
      dailyStock: choice.dailyStock === null ? "" : String(choice.dailyStock),
    })),
  })),
});

export type DishDraft = ReturnType<typeof draftOf>;

/** Texts that are no amount become one that the rules refuse with their own words. */
const refusedFen = fen(menuLimits.priceFen + 1);
const refusedCount = menuLimits.dailyStock + 1;

const draftOf = (form: DishForm) => ({
  name: form.name.trim(),
  nameEn: form.nameEn.trim(),
  description: form.description.trim(),
  descriptionEn: form.descriptionEn.trim(),
  category: form.category.trim(),
  categoryEn: form.categoryEn.trim(),
  priceFen: fenFrom(form.price) ?? refusedFen,
  pictureId: form.pictureId,
  labels: [...form.labels],
  allergens: [...form.allergens],
  dailyStock: countFrom(form.dailyStock) ?? refusedCount,
  options: form.options.map((group) => ({
    key: group.key,
    name: group.name.trim(),
    nameEn: group.nameEn.trim(),
    min: group.min,
    max: group.max,
    choices: group.choices.map((choice) => ({
      key: choice.key,
      name: choice.name.trim(),
      nameEn: choice.nameEn.trim(),
      priceFen: fenFrom(choice.price) ?? refusedFen,
      dailyStock: choice.dailyStock.trim() === "" ? null : (countFrom(choice.dailyStock) ?? refusedCount),
    })),
  })),
});

/**
 * The dish that the form means, by the catalog's own rules, so that what is wrong is said before it is sent.
 * @param others the other dishes of the menu
 */
export function readDish(form: DishForm, others: readonly EditableDish[]): Result<DishDraft, Invalid> {
  const draft = draftOf(form);
  const problem = dishProblem(dishOf(draft, null, { dishId: "" as DishId, newKey: String }), others);
  return problem ? err({ field: problem.field, words: problem.why }) : ok(draft);
}

/** A group with another number of choices keeps bounds that can be met. */
export function withChoices(group: GroupForm, choices: readonly ChoiceForm[]): GroupForm {
  const max = Math.max(1, Math.min(group.max, choices.length));
  return { ...group, choices, max, min: Math.min(group.min, max) };
}
