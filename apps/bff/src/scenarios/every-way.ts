import {
  type AccountId,
  type CouponId,
  type DiscountId,
  day,
  fen,
  type ShopId,
  type TableId,
  toId,
} from "@sanqi/kernel";
import { openShop } from "./lunch.ts";
import type { Person, Stage } from "./stage.ts";

export type EveryWay = { readonly shopId: ShopId; readonly tableId: TableId; readonly tableName: string };

/** The name of the offer that the shop then has, and of the coupons that are given. */
export const offerName = "饺子满减";
export const couponName = "新学期券";
const always = { from: null, until: null, weekdays: [], minutes: null, handovers: [] };
const rule = { discountId: null, when: always, excludes: null, combines: "combinable" } as const;

/** The shop that is open at every hour also lets people fetch, sit at a table, order ahead and save something. */
export async function openEveryWay(stage: Stage): Promise<EveryWay> {
  const shopId = stage.ids.shops.of(openShop);
  const cook = await stage.as("weapp", "chef-tinglan");
  const { shop } = await cook.api.merchant.editableMenu.query({ shopId });
  await cook.api.merchant.editShop.mutate({
    shopId,
    version: shop.version,
    change: {
      handovers: ["delivery", "pickup", "table"],
      slots: { lengthMinutes: 30, capacity: 1, leadMinutes: 30, daysAhead: 1 },
    },
  });
  const tableName = "A3";
  const { tables } = await cook.api.merchant.setTable.mutate({ shopId, tableId: null, name: tableName });
  const table = tables.find(({ name }) => name === tableName);
  if (!table) throw new Error("the table was not set up");
  const steps = [
    { fromFen: fen(800), offFen: fen(100) },
    { fromFen: fen(2_900), offFen: fen(400) },
  ];
  await saved(stage, {
    ...rule,
    name: { zh: offerName, en: "Dumplings: spend and save" },
    shopId,
    bearer: "merchant",
    offer: { kind: "threshold", steps },
    needsCoupon: false,
    order: 5,
  });
  return { shopId, tableId: table.tableId, tableName };
}

/** A coupon of ¥2 for the person, worth something from the first dish on. */
export async function giveCoupon(stage: Stage, person: Person): Promise<CouponId> {
  const { session } = await person.api.identity.me.query();
  const discountId = await saved(stage, {
    ...rule,
    name: { zh: couponName, en: "New term" },
    shopId: null,
    bearer: "platform",
    offer: { kind: "threshold", steps: [{ fromFen: fen(500), offFen: fen(200) }] },
    needsCoupon: true,
    order: 50,
  });
  const given = await stage.product.parts.app.offers.giveCoupons(desk(stage), {
    discountId,
    accountIds: [session.accountId as AccountId],
    validUntilAt: stage.clock.now() + 7 * day,
  });
  if (!given.ok) throw new Error(given.error.kind);
  const coupon = (await person.api.orders.coupons.query()).find((one) => one.discountId === discountId);
  if (!coupon) throw new Error("the coupon was not given");
  return coupon.couponId;
}

/** Whoever runs the campus's offers. */
const desk = ({ ids: { campusId } }: Stage) => {
  return {
    campusId,
    accountId: toId("account", `acc_${"0".repeat(20)}`),
    name: "运营",
    traceId: "every-way",
  };
};

type Offers = Stage["product"]["parts"]["app"]["offers"];

async function saved(stage: Stage, draft: Parameters<Offers["save"]>[1]["draft"]): Promise<DiscountId> {
  const done = await stage.product.parts.app.offers.save(desk(stage), { draft, scope: null });
  if (!done.ok) throw new Error(done.error.kind);
  return done.value.discountId;
}

/** The kitchen asks for more for those dishes, from now on. */
export async function raisePrices(stage: Stage, names: readonly string[], byFen: number): Promise<void> {
  const shopId = stage.ids.shops.of(openShop);
  const cook = await stage.as("weapp", "chef-tinglan");
  const { dishes } = await cook.api.merchant.editableMenu.query({ shopId });
  for (const dish of dishes.filter(({ name }) => names.includes(name))) {
    const { dishId, version, art: _art, pictureUrl: _url, soldOut: _soldOut, left: _left, ...draft } = dish;
    const options = dish.options.map((group) => ({
      ...group,
      choices: group.choices.map(({ soldOut: _gone, left: _rest, ...choice }) => choice),
    }));
    const priceFen = dish.priceFen + byFen;
    await cook.api.merchant.editDish.mutate({
      shopId,
      dishId,
      version,
      draft: { ...draft, options, priceFen },
    });
  }
}
