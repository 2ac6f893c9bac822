import type { CampusUseCases } from "@sanqi/campus/use-cases";
import { delivers, openingAt } from "@sanqi/catalog";
import type { Menus, Promises, ShopFigures } from "@sanqi/catalog/use-cases";
import { type CampusId, type Clock, chinaDay, minute } from "@sanqi/kernel";
import type { DeliveryPlanner, MenuReader, OrderStore } from "@sanqi/orders/use-cases";
import type { PayableOrders } from "@sanqi/payments/use-cases";

/** The catalog's menu as the order path prices it. */
export const menuReader = (menus: Menus): MenuReader => ({
  async shop(campusId, shopId, now) {
    const menu = await menus.menuForOrder(campusId, shopId);
    if (!menu) return null;
    const { open, opensAt } = openingAt(menu.shop.hours, now);
    const { name, nameEn, point, minOrderFen, packingFen, deliveryFeeFen } = menu.shop;
    return {
      shopId,
      name,
      nameEn,
      point,
      minOrderFen,
      packingFen,
      deliveryFeeFen,
      open,
      opensAt,
      dishes: menu.dishes,
    };
  },
});

/** Place, distance and promise of an order. */
export const deliveryPlanner = (
  campus: CampusUseCases,
  menus: Menus,
  promises: Promises,
): DeliveryPlanner => ({
  async plan({ campusId, shop, placeId }) {
    const place = await campus.place(campusId, placeId);
    const walk = place && (await campus.walk(campusId, shop.point, place.point));
    const menu = await menus.menuForOrder(campusId, shop.shopId);
    if (!place || !walk || !menu || !delivers(walk.metres)) return null;
    const request = { shopId: shop.shopId, prepMinutes: menu.shop.prepMinutes, walkMetres: walk.metres };
    const promise = (await promises.forShops(campusId, [request])).get(shop.shopId);
    if (!promise) return null;
    return { place: { placeId, name: place.name, nameEn: place.nameEn, point: place.point }, promise };
  },
});

/** Every home page shows ratings, and they move slowly: one look at all reviews a minute is enough. */
const ratingsLife = minute;

/** What the catalog shows of orders' knowledge. */
export const catalogFigures = (store: OrderStore, clock: Clock): ShopFigures => ({
  ratings: remembered((campusId: CampusId) => store.ratings(campusId), clock, ratingsLife),
  left: (campusId, dishIds) => store.stockLeft(campusId, dishIds, chinaDay(clock.now())),
});

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
      description: `${order.shop.name} ${order.orderNo}`,
      payBy: order.payBy,
    };
  },
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
