import { type Building, stableId } from "@sanqi/campus";
import {
  type DeliveryTariff,
  type Dish,
  type DishContent,
  dishProblem,
  type MenuInvalid,
  type Shop,
  shopProblem,
} from "@sanqi/catalog";
import type { CampusId, Words } from "@sanqi/kernel";
import type { z } from "zod";
import { type DishEntry, type ShopEntry, shopsFile } from "./shops-file.ts";

/** Something in a file that has to be corrected; `where` reads "shops.json: shops[2].dishes[5].price". */
export type BadRow = { readonly where: string; readonly why: Words };
export type ReadShops = {
  readonly shops: readonly Shop[];
  readonly dishes: readonly Dish[];
  readonly bad: readonly BadRow[];
};
export type NamedFile = { readonly name: string; readonly content: unknown };
type Ground = {
  readonly campusId: CampusId;
  readonly buildings: readonly Building[];
  readonly now: number;
};

/**
 * An operator's own shops with their menus. Ids depend on the campus and the keys only, so that the same keys update. Every
 * bad row is named; where there is one, nothing may be written.
 */
export function readShops(files: readonly NamedFile[], ground: Ground): ReadShops {
  const bad: BadRow[] = [];
  const shops: Shop[] = [];
  const dishes: Dish[] = [];
  const keys = new Set<string>();
  for (const { name, content } of files) {
    const parsed = shopsFile.safeParse(content);
    if (!parsed.success) {
      bad.push(...parsed.error.issues.map((issue) => badIssue(name, issue)));
      continue;
    }
    for (const [at, entry] of parsed.data.shops.entries()) {
      const where = `${name}: shops[${at}]`;
      if (keys.has(entry.key)) bad.push(same(`${where}.key`, entry.key));
      keys.add(entry.key);
      const shop = shopOf(entry, ground);
      if (shop) shops.push(shop);
      else bad.push({ where: `${where}.building`, why: noBuilding(entry.building, ground.buildings) });
      const problem = shop && shopProblem(shop, shop, ground.now);
      if (problem) bad.push({ where: `${where}.${fieldOf(problem)}`, why: problem.why });
      const menu = menuOf(entry, ground.campusId, where);
      dishes.push(...menu.dishes);
      bad.push(...menu.bad);
    }
  }
  return { shops, dishes, bad };
}

function shopOf(entry: ShopEntry, { campusId, buildings }: Ground): Shop | null {
  const { building: name, point, dishes: _, minOrder, packing, deliveryFee, hours, ...words } = entry;
  const building = buildings.find((one) => one.name === name);
  if (!building) return null;
  return {
    ...words,
    nameEn: entry.nameEn || entry.name,
    categoryEn: entry.categoryEn || entry.category,
    noticeEn: entry.noticeEn || entry.notice,
    promotionEn: entry.promotionEn || entry.promotion,
    shopId: stableId("shop", `${campusId}/${entry.key}`),
    buildingId: building.buildingId,
    buildingName: building.name,
    buildingNameEn: building.nameEn ?? building.name,
    point: point ?? building.centre,
    hours: hours.map(({ weekdays, ...span }) => (weekdays ? { ...span, weekdays } : span)),
    paused: null,
    minOrderFen: minOrder,
    packingFen: packing,
    deliveryFeeFen: deliveryFee,
    deliveryTariff: entry.deliveryTariff && tariffOf(entry.deliveryTariff),
  };
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const tariffOf = ({
  base,
  distance,
  surcharges,
}: NonNullable<ShopEntry["deliveryTariff"]>): DeliveryTariff => ({
  baseFen: base,
  distance: distance && {
    freeMetres: distance.freeMetres,
    stepMetres: distance.stepMetres,
    stepFen: distance.step,
    capFen: distance.cap,
  },
  surcharges: surcharges.map(({ from, until, fee, name, nameEn }) => ({
    minutes: { from: minuteOf(from), until: minuteOf(until) },
    feeFen: fee,
    name: { zh: name, en: nameEn || name },
  })),
});

function menuOf(shop: ShopEntry, campusId: CampusId, where: string) {
  const shopId = stableId("shop", `${campusId}/${shop.key}`);
  const bad: BadRow[] = [];
  const seen: DishContent[] = [];
  const keys = new Set<string>();
  const dishes = shop.dishes.map((entry, at): Dish => {
    const row = `${where}.dishes[${at}]`;
    if (keys.has(entry.key)) bad.push(same(`${row}.key`, entry.key));
    keys.add(entry.key);
    const dish = dishOf(entry, stableId("dish", `${campusId}/${shop.key}/${entry.key}`));
    const problem = dishProblem(dish, seen);
    if (problem) bad.push({ where: `${row}.${fieldOf(problem)}`, why: problem.why });
    seen.push(dish);
    bad.push(...repeatedKeys(entry, row));
    return { ...dish, shopId, soldOut: false, options: dish.options.map(onSale) };
  });
  return { dishes, bad };
}

const dishOf = ({ key: _, price, options, ...words }: DishEntry, dishId: Dish["dishId"]): DishContent => ({
  ...words,
  dishId,
  nameEn: words.nameEn || words.name,
  descriptionEn: words.descriptionEn || words.description,
  categoryEn: words.categoryEn || words.category,
  priceFen: price,
  art: "",
  pictureId: null,
  options: options.map((group) => ({
    ...group,
    nameEn: group.nameEn || group.name,
    choices: group.choices.map(({ price: more, ...choice }) => ({
      ...choice,
      nameEn: choice.nameEn || choice.name,
      priceFen: more,
    })),
  })),
});

const onSale = (group: DishContent["options"][number]): Dish["options"][number] => ({
  ...group,
  choices: group.choices.map((choice) => ({ ...choice, soldOut: false })),
});

const repeatedKeys = ({ options }: DishEntry, where: string): BadRow[] =>
  [{ at: `${where}.options`, keys: options.map((group) => group.key) }]
    .concat(
      options.map((group, no) => ({
        at: `${where}.options[${no}].choices`,
        keys: group.choices.map((one) => one.key),
      })),
    )
    .flatMap(({ at, keys }) =>
      keys.filter((key, no) => keys.indexOf(key) !== no).map((key) => same(at, key)),
    );

const same = (where: string, key: string): BadRow => ({
  where,
  why: { zh: `“${key}”重复`, en: `“${key}” stands here twice` },
});

const noBuilding = (name: string, buildings: readonly Building[]): Words => {
  const canteens = buildings.filter(({ kind }) => kind === "canteen").map((one) => one.name);
  return {
    zh: `校园里没有“${name}”；食堂有：${canteens.join("、")}`,
    en: `there is no “${name}” on the campus; its canteens: ${canteens.join(", ")}`,
  };
};

/** The catalog's names of fields as the file has them: "options.1.max" is "options[1].max", "priceFen" is "price". */
const fieldOf = ({ field }: MenuInvalid): string => field.replaceAll(/\.(\d+)/g, "[$1]").replace(/Fen$/, "");

const badIssue = (file: string, { path, message }: z.core.$ZodIssue): BadRow => {
  const place = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  const [zh = message, en = message] = message.split(" / ");
  return { where: `${file}:${place ? ` ${place.replace(/^\./, "")}` : ""}`, why: { zh, en } };
};
