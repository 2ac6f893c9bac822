import type { Words } from "@sanqi/kernel";
import type { Outputs } from "@/rpc";

export type Dish = Outputs["catalog"]["menu"]["dishes"][number];
type Tone = "success" | "danger" | "food" | "plain";

/** What a label says on a dish; the three heats read as one word each. */
export const labelWords: Record<Dish["labels"][number], Words & { tone: Tone }> = {
  halal: { zh: "清真", en: "Halal", tone: "success" },
  vegetarian: { zh: "素食", en: "Vegetarian", tone: "success" },
  spicy1: { zh: "微辣", en: "Mild", tone: "food" },
  spicy2: { zh: "辣", en: "Spicy", tone: "food" },
  spicy3: { zh: "特辣", en: "Very hot", tone: "danger" },
};

export const allergenWords: Record<Dish["allergens"][number], Words> = {
  peanut: { zh: "花生", en: "peanut" },
  milk: { zh: "奶", en: "milk" },
  egg: { zh: "蛋", en: "egg" },
  gluten: { zh: "麸质", en: "gluten" },
  soy: { zh: "大豆", en: "soy" },
  fish: { zh: "鱼", en: "fish" },
  shellfish: { zh: "甲壳类", en: "shellfish" },
  nut: { zh: "坚果", en: "nuts" },
  sesame: { zh: "芝麻", en: "sesame" },
};
