import type { Dish } from "@/features/shops/dish-labels";

type Group = Dish["options"][number];

/** `group:choice` texts, as the server takes them. */
export type Picks = readonly string[];

const nameOf = (group: Group, choiceKey: string): string => `${group.key}:${choiceKey}`;
export const isPicked = (picks: Picks, group: Group, choiceKey: string): boolean =>
  picks.includes(nameOf(group, choiceKey));
export const countIn = (picks: Picks, group: Group): number =>
  group.choices.filter((choice) => isPicked(picks, group, choice.key)).length;

/** A question that must have exactly one answer starts with the first that is there; everything else starts empty. */
export function firstPicks(options: readonly Group[]): Picks {
  return options.flatMap((group) => {
    const first = group.choices.find((choice) => !choice.soldOut);
    return group.min === 1 && group.max === 1 && first ? [nameOf(group, first.key)] : [];
  });
}

/** After a tap on a choice. Where one answer counts, the new one replaces the old; a full group takes no more. */
export function togglePick(picks: Picks, group: Group, choiceKey: string): Picks {
  const name = nameOf(group, choiceKey);
  const others = picks.filter((pick) => !group.choices.some((choice) => pick === nameOf(group, choice.key)));
  if (picks.includes(name))
    return group.min === 1 && group.max === 1 ? picks : picks.filter((pick) => pick !== name);
  if (group.max === 1) return [...others, name];
  return countIn(picks, group) >= group.max ? picks : [...picks, name];
}

/** The first group that still lacks an answer; null when the dish can go into the cart. */
export const lackingGroup = (options: readonly Group[], picks: Picks): Group | null =>
  options.find((group) => countIn(picks, group) < group.min) ?? null;

/** One portion with these picks, in fen. */
export function portionFen(dish: Pick<Dish, "priceFen" | "options">, picks: Picks): number {
  const extra = dish.options.flatMap((group) =>
    group.choices.filter((choice) => isPicked(picks, group, choice.key)),
  );
  return extra.reduce((sum, choice) => sum + choice.priceFen, dish.priceFen as number);
}

/** The picked choices in the menu's order, for "已选 微辣、加蛋". */
export const pickedChoices = (options: readonly Group[], picks: Picks) =>
  options.flatMap((group) => group.choices.filter((choice) => isPicked(picks, group, choice.key)));
