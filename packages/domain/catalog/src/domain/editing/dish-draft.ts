import type { DishId } from "@sanqi/kernel";
import type { ChoiceContent, DishContent, GroupContent } from "../menu.ts";
import { firstBroken, type MenuInvalid, type Rule } from "./edits.ts";

/** Keys are the system's: a new group or choice comes with null and gets one that was never used before. */
export type ChoiceDraft = Omit<ChoiceContent, "key"> & { readonly key: string | null };
export type GroupDraft = Omit<GroupContent, "key" | "choices"> & {
  readonly key: string | null;
  readonly choices: readonly ChoiceDraft[];
};
/** A dish as somebody wrote it; a missing English name becomes the Chinese one. */
export type DishDraft = Omit<DishContent, "dishId" | "art" | "options"> & {
  readonly options: readonly GroupDraft[];
};

export const menuLimits = {
  dishes: 300,
  groups: 10,
  choices: 30,
  priceFen: 200_000,
  dailyStock: 9_999,
} as const;

/**
 * The dish that the draft means.
 * @param known the dish as it is; null: a new one. Its keys stay with what they name, also in carts.
 */
export function dishOf(
  draft: DishDraft,
  known: DishContent | null,
  made: { readonly dishId: DishId; readonly newKey: () => string },
): DishContent {
  const keyOf = (key: string | null, parts: readonly { key: string }[] | undefined) =>
    key !== null && parts?.some((part) => part.key === key) ? key : made.newKey();
  return {
    ...draft,
    nameEn: draft.nameEn || draft.name,
    descriptionEn: draft.descriptionEn || draft.description,
    categoryEn: draft.categoryEn || draft.category,
    dishId: made.dishId,
    art: known?.art ?? "",
    options: draft.options.map((group) => {
      const before = known?.options.find((other) => other.key === group.key);
      const choices = group.choices.map((choice) => ({
        ...choice,
        key: keyOf(choice.key, before?.choices),
        nameEn: choice.nameEn || choice.name,
      }));
      return { ...group, key: keyOf(group.key, known?.options), nameEn: group.nameEn || group.name, choices };
    }),
  };
}

/** Why the dish cannot stand on the menu beside the others; null: it can. */
export const dishProblem = (dish: DishContent, others: readonly DishContent[]): MenuInvalid | null =>
  firstBroken([...dishRules(dish, others), ...dish.options.flatMap(groupRules), ...optionRules(dish)]);

const isStock = (stock: number) => Number.isInteger(stock) && stock >= 0 && stock <= menuLimits.dailyStock;
const allDiffer = (names: readonly string[]) => new Set(names).size === names.length;

const dishRules = (dish: DishContent, others: readonly DishContent[]): Rule[] => [
  [
    others.length < menuLimits.dishes,
    "dish",
    `一家店最多 ${menuLimits.dishes} 道菜`,
    `A shop has at most ${menuLimits.dishes} dishes`,
  ],
  [dish.name !== "", "name", "请填写菜名", "Give the dish a name"],
  [dish.category !== "", "category", "请选择分类", "Choose a category"],
  [
    !others.some((other) => other.category === dish.category && other.name === dish.name),
    "name",
    `“${dish.category}”里已有“${dish.name}”`,
    `There is a dish of that name in this category`,
  ],
  [
    dish.priceFen >= 1 && dish.priceFen <= menuLimits.priceFen,
    "priceFen",
    "价格须在 ¥0.01 到 ¥2000 之间",
    "The price is from ¥0.01 to ¥2000",
  ],
  [isStock(dish.dailyStock), "dailyStock", "每日份数须在 0 到 9999 之间", "From 0 to 9999 portions a day"],
];

const optionRules = ({ options }: DishContent): Rule[] => [
  [
    options.length <= menuLimits.groups,
    "options",
    `最多 ${menuLimits.groups} 组选项`,
    `At most ${menuLimits.groups} groups of options`,
  ],
  [
    allDiffer(options.map((group) => group.name)),
    "options",
    "选项组名称重复",
    "Two groups of options have the same name",
  ],
];

function groupRules(group: GroupContent, at: number): Rule[] {
  const field = `options.${at}`;
  const { min, max, choices } = group;
  const counts = Number.isInteger(min) && Number.isInteger(max);
  return [
    [group.name !== "", `${field}.name`, "请填写选项组名称", "Give the group of options a name"],
    [
      choices.length > 0 && choices.length <= menuLimits.choices,
      `${field}.choices`,
      `每组须有 1 到 ${menuLimits.choices} 个选项`,
      `A group has 1 to ${menuLimits.choices} choices`,
    ],
    [
      counts && min >= 0 && max >= 1 && min <= max,
      `${field}.min`,
      "至少选几项不能多于至多选几项",
      "The least number of choices is at most the greatest",
    ],
    [
      max <= choices.length,
      `${field}.max`,
      "至多选几项不能多于选项的个数",
      "The greatest number of choices is at most how many there are",
    ],
    [
      allDiffer(choices.map((one) => one.name)),
      `${field}.choices`,
      "选项名称重复",
      "Two choices have the same name",
    ],
    ...choices.flatMap((choice, no): Rule[] => [
      [choice.name !== "", `${field}.choices.${no}.name`, "请填写选项名称", "Give the choice a name"],
      [
        choice.priceFen >= 0 && choice.priceFen <= menuLimits.priceFen,
        `${field}.choices.${no}.priceFen`,
        "选项加价须在 ¥0 到 ¥2000 之间",
        "A choice costs ¥0 to ¥2000 more",
      ],
      [
        choice.dailyStock === null || isStock(choice.dailyStock),
        `${field}.choices.${no}.dailyStock`,
        "每日份数须在 0 到 9999 之间",
        "From 0 to 9999 portions a day",
      ],
    ]),
  ];
}
