import { type Clock, chinaDay, err, type Ids, ok, type Words } from "@sanqi/kernel";
import {
  type Order,
  type OrderError,
  type PlacementError,
  placed,
  portionsOf,
  priceCart,
  type Quote,
  unpaidLife,
} from "../domain/index.ts";
import type { Caller, Cart, OrderUseCases, PlaceOrder } from "./api.ts";
import type { DeliveryPlanner, MenuReader, OrderableShop, OrderStore, Portion } from "./ports.ts";

export type PlacementDeps = {
  readonly store: OrderStore;
  readonly menu: MenuReader;
  readonly planner: DeliveryPlanner;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Digest of a text, hexadecimal. */
  readonly digest: (text: string) => string;
  /** Four random digits. */
  readonly pickupCode: () => string;
  readonly words: (problem: PlacementError) => Words;
};

type Priced = ReturnType<typeof priceCart> & {
  shop: OrderableShop;
  plan: NonNullable<Awaited<ReturnType<DeliveryPlanner["plan"]>>>;
};

/** Everything that the server itself knows about a cart; the client's prices play no part in it. */
async function price(
  deps: PlacementDeps,
  caller: Caller,
  cart: Cart,
): Promise<{ ok: true; value: Priced } | { ok: false; error: OrderError }> {
  const now = deps.clock.now();
  const shop = await deps.menu.shop(caller.campusId, cart.shopId, now);
  if (!shop) return err({ kind: "shopNotFound" });
  const plan = await deps.planner.plan({ campusId: caller.campusId, shop, placeId: cart.placeId, now });
  if (!plan) return err({ kind: "placeNotServed" });
  const priced = priceCart(cart.lines, shop);
  const closed: PlacementError[] = shop.open ? [] : [{ kind: "shopClosed", opensAt: shop.opensAt }];
  return ok({ ...priced, problems: [...closed, ...priced.problems], shop, plan });
}

const portions = (priced: Priced): Portion[] =>
  [...portionsOf(priced.lines)].map(([dishId, quantity]) => {
    const dish = priced.shop.dishes.get(dishId);
    if (!dish) throw new Error("a priced line without its dish");
    return { dishId, name: dish.name, nameEn: dish.nameEn, quantity, dailyStock: dish.dailyStock };
  });

export const quote =
  (deps: PlacementDeps): OrderUseCases["quote"] =>
  async (caller, cart) => {
    const priced = await price(deps, caller, cart);
    if (!priced.ok) return priced;
    const { lines, amounts, shop, plan } = priced.value;
    const wanted = portions(priced.value);
    const left = await deps.store.stockLeft(
      caller.campusId,
      wanted.map((p) => p.dishId),
      chinaDay(deps.clock.now()),
    );
    const short = wanted
      .map((p) => ({ ...p, left: left.get(p.dishId) ?? p.dailyStock }))
      .filter((p) => p.left < p.quantity && !shop.dishes.get(p.dishId)?.soldOut)
      .map(
        ({ dishId, name, nameEn, left: portionsLeft }): PlacementError => ({
          kind: "soldOut",
          dishId,
          name,
          nameEn,
          left: portionsLeft,
        }),
      );
    const problems = [...priced.value.problems, ...short].map((problem) => ({
      problem,
      words: deps.words(problem),
    }));
    const value: Quote = { lines, amounts, minOrderFen: shop.minOrderFen, promise: plan.promise, problems };
    return ok(value);
  };

/** What the same key must ask for again; the caller's session does not count, the content does. */
const fingerprintOf = ({ key: _key, host: _host, ...content }: PlaceOrder) => JSON.stringify(content);

function newOrder(
  deps: PlacementDeps,
  caller: Caller,
  request: PlaceOrder,
  priced: Priced,
  orderNo: string,
): Order {
  const { shop, plan, lines, amounts } = priced;
  const now = deps.clock.now();
  return {
    campusId: caller.campusId,
    orderId: deps.ids.next("order"),
    orderNo,
    version: 1,
    accountId: caller.accountId,
    host: request.host,
    shop: { shopId: shop.shopId, name: shop.name, nameEn: shop.nameEn, point: shop.point },
    place: plan.place,
    lines,
    amounts,
    note: request.note,
    cutlery: request.cutlery,
    contactPhone: request.contactPhone,
    pickupCode: deps.pickupCode(),
    fulfilment: "placed",
    payment: "unpaid",
    rider: null,
    promise: plan.promise,
    refusal: null,
    placedAt: now,
    payBy: now + unpaidLife,
    paidAt: null,
    paidBy: null,
    acceptBy: null,
    unacceptedAt: null,
    acceptedAt: null,
    deliveredAt: null,
    urgedAt: null,
  };
}

export const place =
  (deps: PlacementDeps): OrderUseCases["place"] =>
  async (caller, request) => {
    const fingerprint = deps.digest(fingerprintOf(request));
    const answer = (o: Order) =>
      ok({ orderId: o.orderId, version: o.version, totalFen: o.amounts.totalFen, payBy: o.payBy });
    const again = (found: { order: Order; fingerprint: string }) =>
      found.fingerprint === fingerprint ? answer(found.order) : err({ kind: "idempotencyConflict" } as const);
    // A repetition is answered as the first one was, whatever has changed on the menu since.
    const before = await deps.store.placedWith(caller.campusId, caller.accountId, request.key);
    if (before) return again(before);
    const priced = await price(deps, caller, request);
    if (!priced.ok) return priced;
    const [problem] = priced.value.problems;
    if (problem) return err(problem);
    const { totalFen } = priced.value.amounts;
    if (totalFen !== request.expectedTotalFen) {
      return err({ kind: "priceChanged", expectedFen: request.expectedTotalFen, actualFen: totalFen });
    }
    const order = newOrder(deps, caller, request, priced.value, await deps.store.nextNumber());
    const decision = placed(order, { kind: "student", accountId: caller.accountId });
    const outcome = await deps.store.place({
      decision,
      key: request.key,
      fingerprint,
      portions: portions(priced.value),
      day: chinaDay(order.placedAt),
      traceId: caller.traceId,
    });
    if (outcome.kind === "tooManyUnpaid") return err({ kind: "tooManyUnpaid" });
    if (outcome.kind === "soldOut") return err(outcome);
    if (outcome.kind === "repeated") return again(outcome);
    return answer(order);
  };
