import { stableId } from "@sanqi/campus";
import type { Dish, Shop } from "@sanqi/catalog";
import { addFen, type Clock, chinaMidnight, day, fen, minute, timesFen } from "@sanqi/kernel";
import type { Order } from "@sanqi/orders";
import { demoRiders, demoStudents } from "../../demo/people.ts";
import type { DemoContent } from "./demo-content.ts";
import type { SeededPeople } from "./seed-people.ts";

export type PastLunch = {
  readonly order: Order;
  readonly review: { readonly stars: number; readonly comment: string } | null;
};

const comments = [
  "味道很稳，分量足。",
  "送得很快，还是热的。",
  "辣度刚好。",
  "今天排队的人多，稍微慢了一点。",
  "包装干净，会再点。",
  "",
  "",
  "汤有点淡。",
];

/** A small deterministic sequence, so that every start tells the same past (Park and Miller 1988, multiplier 48271). */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Two weeks of delivered lunches with their ratings: a demo without a past has empty shops and empty histories. */
export function pastLunches(demo: DemoContent, people: SeededPeople, clock: Clock): PastLunch[] {
  const next = sequence(20_261_122);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[next(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const regulars = demoStudents.filter((s) => s.pattern !== "new");
  const lunches: PastLunch[] = [];
  for (let n = 0; n < 220; n += 1) {
    const student = pick(regulars);
    const shop = pick(demo.shops);
    const dishes = demo.dishes.filter(
      (d) => d.shopId === shop.shopId && d.options.every((group) => group.min === 0),
    );
    const person = people.get(student.key);
    const rider = people.get(pick(demoRiders).key);
    const place = demo.campus.places.find((p) => p.name === student.dormitory);
    if (!person || !rider || !place || dishes.length === 0) continue;
    const placedAt = chinaMidnight(clock.now()) - (1 + next(14)) * day + (660 + next(130)) * minute;
    const wanted = [...new Set(Array.from({ length: 1 + next(3) }, () => pick(dishes)))];
    const order = lunch({
      n,
      shop,
      wanted,
      place,
      person,
      rider,
      placedAt,
      took: 22 + next(20),
      campusId: demo.ids.campusId,
    });
    const stars = 5 - Math.max(0, next(9) - 5);
    lunches.push({ order, review: next(3) === 0 ? null : { stars, comment: pick(comments) } });
  }
  return lunches;
}

type Lunch = {
  n: number;
  shop: Shop;
  wanted: readonly Dish[];
  place: DemoContent["campus"]["places"][number];
  person: { accountId: Order["accountId"]; host: Order["host"] };
  rider: { accountId: Order["accountId"]; name: string };
  placedAt: number;
  took: number;
  campusId: Order["campusId"];
};

function lunch({ n, shop, wanted, place, person, rider, placedAt, took, campusId }: Lunch): Order {
  const lines = wanted.map((dish) => ({
    dishId: dish.dishId,
    name: dish.name,
    nameEn: dish.nameEn,
    art: dish.art,
    choices: [],
    quantity: 1,
    unitFen: dish.priceFen,
    totalFen: timesFen(dish.priceFen, 1),
  }));
  const goodsFen = addFen(fen(0), ...lines.map((line) => line.totalFen));
  const { packingFen, deliveryFeeFen } = shop;
  const deliveredAt = placedAt + took * minute;
  const key = `${campusId}/history/${n}`;
  return {
    campusId,
    version: 1,
    orderId: stableId("order", key),
    orderNo: `H${String(n).padStart(3, "0")}`,
    accountId: person.accountId,
    host: person.host,
    shop: { shopId: shop.shopId, name: shop.name, nameEn: shop.nameEn, point: shop.point },
    place: { placeId: place.placeId, name: place.name, nameEn: place.nameEn, point: place.point },
    lines,
    handover: "delivery",
    tableId: null,
    slot: null,
    byPhone: false,
    amounts: {
      goodsFen,
      packingFen,
      deliveryFeeFen,
      discountFen: fen(0),
      totalFen: addFen(goodsFen, packingFen, deliveryFeeFen),
    },
    discounts: [],
    couponIds: [],
    refunds: [],
    afterSale: null,
    note: "",
    cutlery: 1,
    contactPhone: null,
    pickupCode: "0000",
    fulfilment: "completed",
    payment: "paid",
    paidBy: stableId("payment", key),
    rider: { accountId: rider.accountId, name: rider.name },
    promise: { earliest: placedAt + 25 * minute, latest: placedAt + 35 * minute },
    refusal: null,
    placedAt,
    payBy: placedAt + 15 * minute,
    paidAt: placedAt + minute,
    acceptBy: null,
    unacceptedAt: null,
    acceptedAt: null,
    deliveredAt,
    urgedAt: null,
  };
}
