import { type DishId, fen, type ShopId, toId } from "@sanqi/kernel";
import type { Dish } from "./menu.ts";
import type { Shop } from "./shop.ts";

/** 12:00 in China on 2026-11-23, a Monday. */
export const noon = 1_795_406_400_000;
const padded = (n: number) => String(n).padStart(20, "0");
export const shopIdOf = (n: number): ShopId => toId("shop", `shp_${padded(n)}`);
export const dishIdOf = (shop: number, n: number): DishId => toId("dish", `dsh_${padded(shop * 1_000 + n)}`);

/** Shop n, open from 10:00 to 20:00. */
export const shopOf = (n: number): Shop => ({
  shopId: shopIdOf(n),
  key: `shop-${n}`,
  name: `店 ${n}`,
  nameEn: `Shop ${n}`,
  category: "面食",
  categoryEn: "Noodles",
  notice: "现拉",
  noticeEn: "Pulled by hand",
  promotion: "大碗不加价",
  promotionEn: "Large bowls cost the same",
  halal: false,
  buildingId: toId("building", `bld_${padded(1)}`),
  buildingName: "一食堂",
  buildingNameEn: "Canteen 1",
  point: [121 + n / 1_000, 31],
  hours: [{ open: "10:00", close: "20:00" }],
  exceptions: [],
  paused: null,
  handovers: ["delivery"],
  slots: null,
  minOrderFen: fen(1_500),
  packingFen: fen(100),
  deliveryFeeFen: fen(200),
  deliveryTariff: null,
  prepMinutes: 10,
});

export const dishOf = (shop: number, n: number): Dish => ({
  dishId: dishIdOf(shop, n),
  shopId: shopIdOf(shop),
  name: `菜 ${n}`,
  nameEn: `Dish ${n}`,
  description: "现炒",
  descriptionEn: "Fried to order",
  category: "热菜",
  categoryEn: "Hot dishes",
  priceFen: fen(1_200),
  art: "dish",
  pictureId: null,
  labels: ["spicy1"],
  allergens: ["soy"],
  options: [
    {
      key: "size",
      name: "份量",
      nameEn: "Size",
      min: 1,
      max: 1,
      choices: [
        { key: "big", name: "大份", nameEn: "Large", priceFen: fen(300), dailyStock: null, soldOut: false },
      ],
    },
  ],
  soldOut: false,
  dailyStock: 50,
});
