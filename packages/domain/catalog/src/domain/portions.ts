import type { DishId } from "@sanqi/kernel";
import { type ChoiceContent, choiceStock, type DishContent, type GroupContent } from "./menu.ts";

/** Another number of portions a day, of a dish or (not null) one of its choices; `from` null: it was not counted until now. */
export type PortionChange = {
  readonly dishId: DishId;
  readonly choice: string | null;
  readonly from: number | null;
  readonly to: number;
};

type Counted = Pick<DishContent, "dishId" | "dailyStock"> & {
  readonly options: readonly (Pick<GroupContent, "key"> & {
    readonly choices: readonly Pick<ChoiceContent, "key" | "dailyStock">[];
  })[];
};

/** What the portions of the coming days have to follow. A choice that is counted no more has nothing to follow. */
export function portionChanges(before: Counted, after: Counted): PortionChange[] {
  const known = choiceStock(before);
  const { dishId } = after;
  const all: PortionChange[] = [
    { dishId, choice: null, from: before.dailyStock, to: after.dailyStock },
    ...[...choiceStock(after)].map(([choice, to]) => ({
      dishId,
      choice,
      from: known.get(choice) ?? null,
      to,
    })),
  ];
  return all.filter(({ from, to }) => from !== to);
}
