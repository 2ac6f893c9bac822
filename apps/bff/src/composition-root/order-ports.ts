import type { CampusUseCases } from "@sanqi/campus/use-cases";
import { choiceStock, delivers, openingAt, slotsAhead } from "@sanqi/catalog";
import type { MenuSnapshot, Menus, Promises, ShopFigures } from "@sanqi/catalog/use-cases";
import type { KitchenQueues } from "@sanqi/delivery/use-cases";
import { type CampusId, type Clock, chinaDay, minute, type ShopId, second } from "@sanqi/kernel";
import type {
  ComplaintPictures,
  DeliveryPlanner,
  MenuReader,
  OrderableShop,
  OrderStore,
} from "@sanqi/orders/use-cases";
import type { PayableOrders } from "@sanqi/payments/use-cases";
import type { PictureUseCases } from "@sanqi/pictures/use-cases";

/** The catalog's menu as the order path prices it. */
export const menuReader = (menus: Menus): MenuReader => ({
  async shop(campusId, shopId, now) {
    const menu = await menus.menuForOrder(campusId, shopId);
    return menu && orderableShop(menu, now);
  },
  table: (campusId, tableId) => menus.tableOf(campusId, tableId),
});

function orderableShop(menu: MenuSnapshot, now: number): OrderableShop {
  const { shop } = menu;
  const { shopId, name, nameEn, point, minOrderFen, packingFen, handovers } = shop;
  const { open, opensAt, opensDay, reason: closedReason } = openingAt(shop, now);
  return {
    ...{
      shopId,
      name,
      nameEn,
      point,
      open,
      opensAt,
      opensDay,
      closedReason,
      minOrderFen,
      packingFen,
      handovers,
    },
    tariff: shop.deliveryTariff ?? { baseFen: shop.deliveryFeeFen, distance: null, surcharges: [] },
    slotCapacity: shop.slots?.capacity ?? null,
    slots: () => slotsAhead(shop, now),
    dishes: stockedDishes(menu),
  };
}

/** Menus are kept in memory as they are; what orders need of them is made once for each. */
const stocked = new WeakMap<MenuSnapshot, OrderableShop["dishes"]>();

function stockedDishes(menu: MenuSnapshot): OrderableShop["dishes"] {
  const known = stocked.get(menu);
  if (known) return known;
  const dishes = [...menu.dishes.values()].map((dish) => ({ ...dish, choiceStock: choiceStock(dish) }));
  const made = new Map(dishes.map((dish) => [dish.dishId, dish]));
  stocked.set(menu, made);
  return made;
}

/** Place, distance and promise of an order. */
export const deliveryPlanner = (
  campus: CampusUseCases,
  menus: Menus,
  promises: Promises,
): DeliveryPlanner => {
  async function promise(campusId: CampusId, shopId: ShopId, walkMetres: number) {
    const menu = await menus.menuForOrder(campusId, shopId);
    if (!menu) return null;
    const request = { shopId, prepMinutes: menu.shop.prepMinutes, walkMetres };
    return (await promises.forShops(campusId, [request])).get(shopId) ?? null;
  }
  return {
    async plan({ campusId, shop, placeId }) {
      const found = await campus.place(campusId, placeId);
      const walkMetres = found && (await campus.walk(campusId, shop.point, found.point))?.metres;
      if (!found || walkMetres === undefined || !delivers(walkMetres)) return null;
      const promised = await promise(campusId, shop.shopId, walkMetres);
      const { name, nameEn, point } = found;
      return promised && { place: { placeId, name, nameEn, point }, walkMetres, promise: promised };
    },
    atCounter: ({ campusId, shopId }) => promise(campusId, shopId, 0),
  };
};

/** Pictures of complaints are kept with all other pictures. */
export const complaintPictures = (pictures: Pick<PictureUseCases, "claim" | "link">): ComplaintPictures => ({
  claim: (campusId, wanted) => pictures.claim(campusId, { ...wanted, kind: "afterSale" }),
  link: pictures.link,
});

/** Every home page shows ratings, and they move slowly: one look at all reviews a minute is enough. */
const ratingsLife = minute;

type CountedOrders = Pick<OrderStore, "ratings" | "stockLeft" | "choicesLeft">;

/** What the catalog shows of orders' knowledge. */
export const catalogFigures = (store: CountedOrders, clock: Clock): ShopFigures => ({
  ratings: remembered((campusId: CampusId) => store.ratings(campusId), clock, ratingsLife),
  left: (campusId, dishIds) => store.stockLeft(campusId, dishIds, chinaDay(clock.now())),
  choicesLeft: (campusId, dishIds) => store.choicesLeft(campusId, dishIds, chinaDay(clock.now())),
});

/** A promise is an estimate: how full the kitchens are may be a second old. */
const queuesLife = second;

/** How many orders wait in each kitchen; all kitchens are counted at once. */
export function kitchenQueues(store: Pick<OrderStore, "kitchenQueues">, clock: Clock): KitchenQueues {
  const counted = remembered((campusId) => store.kitchenQueues(campusId, clock.now()), clock, queuesLife);
  return { waiting: (campusId) => counted(campusId) };
}

/** What an order owes, for the person who placed it. */
export const payableOrders = (store: OrderStore): PayableOrders => ({
  async payable(campusId, accountId, orderId) {
    const order = await store.load(campusId, orderId);
    if (
      !order ||
      order.accountId !== accountId ||
      order.fulfilment !== "placed" ||
      order.payment !== "unpaid"
    )
      return null;
    return {
      amountFen: order.amounts.totalFen,
      payBy: order.payBy,
      shopName: order.shop.name,
      shopNameEn: order.shop.nameEn,
      orderNo: order.orderNo,
    };
  },
  owns: async (campusId, accountId, orderId) =>
    (await store.load(campusId, orderId))?.accountId === accountId,
});

/** The last answer for each campus, at most `life` ms old; callers that come meanwhile share one look-up. */
function remembered<T>(
  read: (campusId: CampusId) => Promise<T>,
  clock: Clock,
  life: number,
): (campusId: CampusId) => Promise<T> {
  const known = new Map<CampusId, { at: number; answer: Promise<T> }>();
  return (campusId) => {
    const last = known.get(campusId);
    if (last && clock.now() - last.at < life) return last.answer;
    const answer = read(campusId);
    known.set(campusId, { at: clock.now(), answer });
    // A failed look-up is not remembered.
    answer.catch(() => known.delete(campusId));
    return answer;
  };
}
