import {
  type CampusId,
  type Clock,
  type CouponId,
  chinaDay,
  err,
  fen,
  ok,
  type PlaceId,
  type Point,
  type Result,
  type TableId,
} from "@sanqi/kernel";
import {
  acceptWithin,
  choicesOf,
  deliveryFee,
  type OrderDiscount,
  type OrderError,
  type OrderLine,
  type PlacementError,
  type PriceChange,
  type PricedOrder,
  portionsOf,
  priceLines,
  priceOrder,
  type Slot,
} from "../domain/index.ts";
import type { Caller, Cart } from "./api.ts";
import type {
  ChoicePortion,
  DeliveryPlanner,
  MenuReader,
  OfferReader,
  OrderableShop,
  OrderStore,
  Portion,
} from "./ports.ts";

export type PricingDeps = {
  readonly store: OrderStore;
  readonly menu: MenuReader;
  readonly planner: DeliveryPlanner;
  readonly offers: OfferReader;
  readonly clock: Clock;
};

/** Where a lunch goes, and when it would be there. */
type Plan = {
  readonly place: {
    readonly placeId: PlaceId | null;
    readonly name: string;
    readonly nameEn: string;
    readonly point: Point;
  };
  readonly tableId: TableId | null;
  /** null: nobody carries it. */
  readonly walkMetres: number | null;
  readonly promise: { readonly earliest: number; readonly latest: number };
};

/** Who an order is priced for; by phone, the operator's account stands for somebody without one. */
export type Buyer = Pick<Caller, "campusId" | "accountId"> & { readonly byPhone: boolean };

/** Time to pay for a slot, and for its kitchen to accept. */
const slotLead = 2 * acceptWithin;

export type Priced = {
  readonly shop: OrderableShop;
  readonly plan: Plan;
  /** The slots that can still be paid and accepted in time. */
  slots(): readonly Slot[];
  readonly slot: Slot | null;
  readonly lines: readonly OrderLine[];
  readonly amounts: PricedOrder["amounts"];
  readonly discounts: readonly OrderDiscount[];
  readonly couponIds: readonly CouponId[];
  /** One of the discounts is for newcomers only. */
  readonly forNewcomers: boolean;
  readonly explanation: PricedOrder["explanation"];
  readonly notApplied: PricedOrder["notApplied"];
  readonly changed: readonly PriceChange[];
  /** Everything that would refuse the order, in the order in which to show it. */
  readonly problems: readonly PlacementError[];
};

async function planFor(
  deps: PricingDeps,
  campusId: CampusId,
  request: { shop: OrderableShop; cart: Cart; now: number },
): Promise<Result<Plan, OrderError>> {
  const { shop, cart, now } = request;
  if (cart.handover === "delivery") {
    const plan = cart.placeId && (await deps.planner.plan({ campusId, shop, placeId: cart.placeId, now }));
    return plan ? ok({ ...plan, tableId: null }) : err({ kind: "placeNotServed" });
  }
  const promise = await deps.planner.atCounter({ campusId, shopId: shop.shopId, now });
  if (!promise) return err({ kind: "shopNotFound" });
  const counter = { placeId: null, point: shop.point };
  if (cart.handover === "pickup") {
    const place = { ...counter, name: "到店自取", nameEn: "Collect at the counter" };
    return ok({ place, tableId: null, walkMetres: null, promise });
  }
  const table = cart.tableId && (await deps.menu.table(campusId, cart.tableId));
  if (!cart.tableId || !table || table.shopId !== shop.shopId) return err({ kind: "tableNotFound" });
  const place = { ...counter, name: `堂食 ${table.name}`, nameEn: `Table ${table.name}` };
  return ok({ place, tableId: cart.tableId, walkMetres: null, promise });
}

/** Everything that the server itself knows about a cart; the client's prices play no part in it. */
export async function price(
  deps: PricingDeps,
  buyer: Buyer,
  cart: Cart,
): Promise<Result<Priced, OrderError>> {
  const now = deps.clock.now();
  const { campusId, accountId } = buyer;
  const shop = await deps.menu.shop(campusId, cart.shopId, now);
  if (!shop) return err({ kind: "shopNotFound" });
  const [plan, offered] = await Promise.all([
    planFor(deps, campusId, { shop, cart, now }),
    deps.offers.of(campusId, { shopId: shop.shopId, accountId, now }),
  ]);
  if (!plan.ok) return plan;
  // The operator's own account is not who eats: neither newcomer nor holder of coupons.
  const { rules, held, isNew } = buyer.byPhone ? { ...offered, held: [], isNew: false } : offered;
  const slots = () => shop.slots().filter(({ from }) => from >= now + slotLead);
  const { slotFrom } = cart;
  const slot = slotFrom === null ? null : (slots().find(({ from }) => from === slotFrom) ?? null);
  const { lines, problems, changed } = priceLines(cart.lines, shop.dishes);
  const { walkMetres } = plan.value;
  const priced = priceOrder({
    lines,
    packingFen: lines.length > 0 ? shop.packingFen : fen(0),
    delivery:
      walkMetres === null || lines.length === 0
        ? null
        : deliveryFee(shop.tariff, { walkMetres, now: slot?.from ?? now }),
    minOrderFen: shop.minOrderFen,
    rules,
    coupons: { held, chosen: cart.couponIds },
    customer: { isNew },
    handover: cart.handover,
    now,
  });
  const usable = new Set(held.map((coupon) => coupon.couponId));
  const newcomers = new Set(
    rules.filter(({ offer }) => offer.kind === "newCustomer").map((rule) => rule.discountId),
  );
  const used = priced.discounts.flatMap(({ couponId }) => (couponId ? [couponId] : []));
  return ok({
    shop,
    slots,
    plan: slot ? { ...plan.value, promise: { earliest: slot.from, latest: slot.to } } : plan.value,
    slot,
    lines,
    amounts: priced.amounts,
    discounts: priced.discounts.map(({ discountId, name, bearer, fen: off, shares }) => ({
      discountId,
      name,
      bearer,
      fen: off,
      shares,
    })),
    couponIds: used,
    forNewcomers: priced.discounts.some(({ discountId }) => newcomers.has(discountId)),
    explanation: priced.explanation,
    notApplied: priced.notApplied,
    changed,
    problems: [
      ...unavailable(shop, cart, slot),
      ...problems,
      ...(priced.belowMinimumFen > 0
        ? [{ kind: "belowMinimum", missingFen: priced.belowMinimumFen } as const]
        : []),
      ...(cart.couponIds.every((id) => usable.has(id)) ? [] : [{ kind: "couponNotUsable" } as const]),
    ],
  });
}

/** Why the shop cannot do it this way, whatever is in the cart. A pre-order is for when it is open. */
function unavailable(shop: OrderableShop, cart: Cart, slot: Slot | null): PlacementError[] {
  const problems: PlacementError[] = [];
  if (!shop.handovers.includes(cart.handover))
    problems.push({ kind: "handoverNotOffered", handover: cart.handover });
  if (cart.slotFrom !== null && !slot) problems.push({ kind: "slotNotOffered", slotFrom: cart.slotFrom });
  if (cart.slotFrom === null && !shop.open) {
    const { opensAt, opensDay, closedReason: reason } = shop;
    problems.push({ kind: "shopClosed", opensAt, opensDay, reason });
  }
  return problems;
}

/** What the lines take from the shelf. */
export function portionsFor(priced: Pick<Priced, "lines" | "shop">): {
  portions: Portion[];
  choicePortions: ChoicePortion[];
} {
  const dishOf = (dishId: Portion["dishId"]) => {
    const dish = priced.shop.dishes.get(dishId);
    if (!dish) throw new Error("a priced line without its dish");
    return dish;
  };
  const portions = [...portionsOf(priced.lines)].map(([dishId, quantity]) => {
    const { name, nameEn, dailyStock } = dishOf(dishId);
    return { dishId, name, nameEn, quantity, dailyStock };
  });
  const choicePortions = choicesOf(priced.lines).flatMap(({ dishId, choice, quantity }) => {
    const dish = dishOf(dishId);
    const dailyStock = dish.choiceStock.get(choice);
    if (dailyStock === undefined) return [];
    const [group = "", key = ""] = choice.split(":");
    const found = dish.options.find((g) => g.key === group)?.choices.find((c) => c.key === key);
    const name = `${dish.name}（${found?.name ?? key}）`;
    const nameEn = `${dish.nameEn} (${found?.nameEn ?? key})`;
    return [{ dishId, choice, quantity, dailyStock, name, nameEn }];
  });
  return { portions, choicePortions };
}

/** Which of the wanted portions are not there any more; said before anybody pays. */
export async function shortOf(
  deps: PricingDeps,
  campusId: CampusId,
  priced: Priced,
): Promise<PlacementError[]> {
  const day = chinaDay(priced.slot?.from ?? deps.clock.now());
  const { portions, choicePortions } = portionsFor(priced);
  const dishIds = portions.map((p) => p.dishId);
  const [left, choicesLeft, loads] = await Promise.all([
    deps.store.stockLeft(campusId, dishIds, day),
    choicePortions.length > 0 ? deps.store.choicesLeft(campusId, dishIds, day) : new Map<string, number>(),
    priced.slot
      ? deps.store.slotLoads(campusId, priced.shop.shopId, [priced.slot])
      : new Map<number, number>(),
  ]);
  const dishes = portions
    .filter((p) => !priced.shop.dishes.get(p.dishId)?.soldOut)
    .map((p) => ({ ...p, left: left.get(p.dishId) ?? p.dailyStock }));
  const choices = choicePortions.map((p) => ({
    ...p,
    left: choicesLeft.get(`${p.dishId} ${p.choice}`) ?? p.dailyStock,
  }));
  const short = [...dishes, ...choices]
    .filter((p) => p.left < p.quantity)
    .map(({ dishId, name, nameEn, left: portionsLeft }): PlacementError => {
      return { kind: "soldOut", dishId, name, nameEn, left: portionsLeft };
    });
  const { slot, shop } = priced;
  const full = slot && (loads.get(slot.from) ?? 0) >= (shop.slotCapacity ?? 0);
  return full ? [{ kind: "slotFull", slotFrom: slot.from }, ...short] : short;
}
