import { bento } from "./menu/bento.ts";
import { breakfast } from "./menu/breakfast.ts";
import { cantonese } from "./menu/cantonese.ts";
import { dumplings } from "./menu/dumplings.ts";
import { fruit } from "./menu/fruit.ts";
import { lanzhou } from "./menu/lanzhou.ts";
import type { DemoKitchen, DemoShop } from "./menu/menu-types.ts";
import { nightWok } from "./menu/night-wok.ts";
import { salad } from "./menu/salad.ts";
import { sichuan } from "./menu/sichuan.ts";
import { teaCoffee } from "./menu/tea-coffee.ts";

export type { DemoDish, DemoKitchen, DemoShop } from "./menu/menu-types.ts";

/** The three canteens; `building` is the name of the canteen in campus.geojson. */
export const demoKitchens: readonly DemoKitchen[] = [
  { key: "tinglan", name: "听澜餐厅", nameEn: "Tinglan Canteen", building: "听澜餐厅" },
  { key: "qinxiang", name: "沁香餐厅", nameEn: "Qinxiang Canteen", building: "沁香餐厅" },
  { key: "langyue", name: "朗月餐厅", nameEn: "Langyue Canteen", building: "朗月餐厅" },
];

/** The ten shops, in the order in which a newcomer should see them. Prices are integer fen. */
export const demoShops: readonly DemoShop[] = [
  sichuan,
  lanzhou,
  cantonese,
  teaCoffee,
  bento,
  salad,
  dumplings,
  fruit,
  breakfast,
  nightWok,
];
