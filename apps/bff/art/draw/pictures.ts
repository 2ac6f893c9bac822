import { mark } from "./brand.ts";
import { freshCovers } from "./covers/fresh-kitchens.ts";
import { hotCovers } from "./covers/hot-kitchens.ts";
import { bentoDishes } from "./dishes/bento.ts";
import { breakfastDishes } from "./dishes/breakfast.ts";
import { cantoneseDishes } from "./dishes/cantonese.ts";
import { dumplingDishes } from "./dishes/dumplings.ts";
import { fruitDishes } from "./dishes/fruit.ts";
import { lanzhouDishes } from "./dishes/lanzhou.ts";
import { nightWokDishes } from "./dishes/night-wok.ts";
import { saladDishes } from "./dishes/salad.ts";
import { sichuanDishes } from "./dishes/sichuan.ts";
import { teaCoffeeDishes } from "./dishes/tea-coffee.ts";
import { emptyStates } from "./empty.ts";
import { freshLogos } from "./logos/fresh-kitchens.ts";
import { hotLogos } from "./logos/hot-kitchens.ts";
import type { Recipe, Recipes } from "./recipe.ts";
import { openSheet } from "./sheet.ts";

type Picture = { file: string; size: [width: number, height: number]; recipe: Recipe };

const inFolder = (folder: string, size: Picture["size"], recipes: Recipes): Picture[] =>
  Object.entries(recipes).map(([key, recipe]) => ({ file: `${folder}/${key}.svg`, size, recipe }));

const dishes: Recipes = {
  ...sichuanDishes,
  ...lanzhouDishes,
  ...cantoneseDishes,
  ...breakfastDishes,
  ...saladDishes,
  ...nightWokDishes,
  ...dumplingDishes,
  ...bentoDishes,
  ...teaCoffeeDishes,
  ...fruitDishes,
};

/** Every picture of the demo campus: where it is written, how large it is, how it is drawn. */
export const pictures: readonly Picture[] = [
  ...inFolder("dishes", [320, 240], dishes),
  ...inFolder("shops", [96, 96], { ...hotLogos, ...freshLogos }),
  ...inFolder("covers", [750, 300], { ...hotCovers, ...freshCovers }),
  ...inFolder("empty", [240, 200], emptyStates),
  { file: "logo.svg", size: [96, 96], recipe: mark },
];

/** The SVG of a picture; ids begin with its key, so that many may be inlined into one page. */
export function draw({ file, size, recipe }: Picture): string {
  const sheet = openSheet(file.replace(/^dishes\/|\.svg$/g, "").replace("/", "-"), ...size);
  recipe(sheet);
  return sheet.svg();
}
