import { readFileSync } from "node:fs";
import { type CampusContent, readCampus, stableId } from "@sanqi/campus";
import type { Dish, Hours, Shop } from "@sanqi/catalog";
import { fen } from "@sanqi/kernel";
import { type DemoDish, type DemoShop, demoKitchens, demoShops } from "../../demo/menu.ts";
import { demoCampus, demoDepartments, demoPickupPoints } from "../../demo/people.ts";
import { type DemoIds, namedIds } from "./demo-ids.ts";

export type DemoContent = {
  readonly campus: CampusContent;
  readonly shops: readonly Shop[];
  readonly dishes: readonly Dish[];
  readonly ids: DemoIds;
};

const parse = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../demo/${file}`, import.meta.url), "utf8"));

/** The demo campus and its shops with ids that are the same at every start. Pure but for reading its two files. */
export function readDemo(): DemoContent {
  const campusId = stableId("campus", `demo/${demoCampus.key}`);
  const read = readCampus(parse("campus.geojson"), parse("walkgraph.json"), {
    campusId,
    name: demoCampus.name,
    nameEn: demoCampus.nameEn,
    pickupPoints: demoPickupPoints.map(({ dormitoryGroup, position, ...point }) => ({
      ...point,
      group: dormitoryGroup,
      point: position,
    })),
  });
  if (!read.ok) throw new Error(`the demo campus cannot be read: ${JSON.stringify(read.error)}`);
  const campus = read.value;
  const shops = demoShops.map((shop) => shopOf(shop, campus));
  const dishIdOf = (shop: DemoShop, dish: DemoDish) =>
    stableId("dish", `${campusId}/${shop.key}/${dish.key}`);
  const ids: DemoIds = {
    campusId,
    places: namedIds("place", [
      ...campus.places.map((place): [string, typeof place.placeId] => [place.name, place.placeId]),
      ...demoPickupPoints.map((point) => {
        const place = campus.places.find((p) => p.name === point.name);
        if (!place) throw new Error(`no such pick-up point: ${point.name}`);
        return [point.key, place.placeId] as const;
      }),
    ]),
    shops: namedIds(
      "shop",
      shops.map((shop) => [shop.key, shop.shopId]),
    ),
    dishes: namedIds(
      "dish",
      demoShops.flatMap((shop) =>
        shop.dishes.map((dish) => [`${shop.key}/${dish.key}`, dishIdOf(shop, dish)] as const),
      ),
    ),
    kitchens: namedIds(
      "kitchen",
      demoKitchens.map(({ key }) => [
        key,
        demoShops.flatMap((shop, index) => (shop.kitchenKey === key ? (shops[index]?.shopId ?? []) : [])),
      ]),
    ),
    departments: namedIds(
      "department",
      demoDepartments.map(({ key }) => [key, stableId("department", `${campusId}/${key}`)]),
    ),
  };
  const dishes = demoShops.flatMap((shop) =>
    shop.dishes.map((dish) => dishOf(dish, { dishId: dishIdOf(shop, dish), shopId: ids.shops.of(shop.key) })),
  );
  return { campus, shops, dishes, ids };
}

/** The menu writes "23:59" for the end of the day; nobody closes for its last minute. */
const wholeDay = ({ open, close }: Hours): Hours => ({ open, close: close === "23:59" ? "24:00" : close });

function shopOf(shop: DemoShop, { campus, buildings }: CampusContent): Shop {
  const building = buildings.find((b) => b.name === shop.building);
  if (!building) throw new Error(`shop ${shop.key} stands in no building: ${shop.building}`);
  const { key, name, nameEn, category, categoryEn, halal, prepMinutes } = shop;
  const { notice, noticeEn, promotion, promotionEn } = shop;
  return {
    shopId: stableId("shop", `${campus.campusId}/${key}`),
    key,
    name,
    nameEn,
    category,
    categoryEn,
    notice,
    noticeEn,
    promotion,
    promotionEn,
    halal,
    buildingId: building.buildingId,
    buildingName: building.name,
    buildingNameEn: building.nameEn ?? building.name,
    point: building.door,
    hours: shop.hours.map(wholeDay),
    exceptions: [],
    paused: null,
    handovers: shop.handovers ?? ["delivery", "pickup"],
    slots: shop.slots ?? null,
    minOrderFen: fen(shop.minOrderFen),
    packingFen: fen(shop.packingFen),
    deliveryFeeFen: fen(shop.deliveryFeeFen),
    deliveryTariff: null,
    prepMinutes,
  };
}

function dishOf(dish: DemoDish, ids: Pick<Dish, "dishId" | "shopId">): Dish {
  const { key: _key, priceFen, options, ...words } = dish;
  return {
    ...words,
    ...ids,
    pictureId: null,
    priceFen: fen(priceFen),
    options: options.map((group) => ({
      ...group,
      choices: group.choices.map((choice) => ({
        ...choice,
        priceFen: fen(choice.priceFen),
        dailyStock: null,
        soldOut: false,
      })),
    })),
    soldOut: false,
  };
}
