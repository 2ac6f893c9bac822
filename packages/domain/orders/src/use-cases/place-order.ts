import { chinaDay, err, type Ids, ok, type Words } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import {
  type Actor,
  type Order,
  type PlacementError,
  placed,
  type Quote,
  type Slot,
} from "../domain/index.ts";
import type { Caller, Cart, OrderUseCases, PlaceOrder } from "./api.ts";
import { createDoor } from "./door.ts";
import { newOrder } from "./new-order.ts";
import type { ComplaintPictures } from "./ports.ts";
import { type Buyer, type PricingDeps, portionsFor, price, shortOf } from "./price-cart.ts";

export type PlacementDeps = PricingDeps & {
  readonly pictures: ComplaintPictures;
  readonly ids: Ids;
  /** Digest of a text, hexadecimal. */
  readonly digest: (text: string) => string;
  /** Four random digits. */
  readonly pickupCode: () => string;
  readonly words: (problem: PlacementError) => Words;
};

async function quoteFor(deps: PlacementDeps, buyer: Buyer, cart: Cart): ReturnType<OrderUseCases["quote"]> {
  const found = await price(deps, buyer, cart);
  if (!found.ok) return found;
  const priced = found.value;
  const { shop } = priced;
  const slots = priced.slots();
  const { campusId } = buyer;
  const [short, loads] = await Promise.all([
    shortOf(deps, campusId, priced),
    slots.length > 0 ? deps.store.slotLoads(campusId, shop.shopId, slots) : new Map<number, number>(),
  ]);
  const left = ({ from }: Slot) => Math.max(0, (shop.slotCapacity ?? 0) - (loads.get(from) ?? 0));
  const value: Quote = {
    lines: priced.lines,
    amounts: priced.amounts,
    discounts: priced.discounts,
    explanation: priced.explanation,
    notApplied: priced.notApplied,
    changed: priced.changed,
    handover: cart.handover,
    handovers: shop.handovers,
    slots: slots.map((slot) => ({ ...slot, left: left(slot) })),
    minOrderFen: shop.minOrderFen,
    promise: priced.plan.promise,
    problems: [...priced.problems, ...short].map((problem) => ({ problem, words: deps.words(problem) })),
  };
  return ok(value);
}

export const quote =
  (deps: PlacementDeps): OrderUseCases["quote"] =>
  (caller, cart) =>
    quoteFor(deps, { ...caller, byPhone: false }, cart);

export const quoteByPhone =
  (deps: PlacementDeps): OrderUseCases["quoteByPhone"] =>
  (caller, cart) =>
    quoteFor(deps, { ...caller, byPhone: true }, cart);

/**
 * What the same key must ask for again; the caller's session does not count, the content does. What stands at its default is
 * left out: an app of the first release that repeats its order after an upgrade asks for the same.
 */
export function fingerprintOf(request: Omit<PlaceOrder, "key" | "host">): string {
  const { shopId, placeId, lines, note, cutlery, contactPhone, expectedTotalFen } = request;
  const { handover, tableId, slotFrom, couponIds } = request;
  return JSON.stringify({
    shopId,
    placeId,
    lines: lines.map(({ dishId, quantity, choices }) => ({ dishId, quantity, choices })),
    note,
    cutlery,
    contactPhone,
    expectedTotalFen,
    ...(handover === "delivery" ? {} : { handover }),
    ...(tableId === null ? {} : { tableId }),
    ...(slotFrom === null ? {} : { slotFrom }),
    ...(couponIds.length === 0 ? {} : { couponIds }),
  });
}

type Placed = Awaited<ReturnType<OrderUseCases["place"]>>;

async function placeAs(
  deps: PlacementDeps,
  caller: Caller,
  order: { request: PlaceOrder; actor: Actor; byPhone: boolean },
): Promise<Placed> {
  const { request, actor, byPhone } = order;
  const fingerprint = deps.digest(fingerprintOf(request));
  const answer = (o: Order) =>
    ok({ orderId: o.orderId, version: o.version, totalFen: o.amounts.totalFen, payBy: o.payBy });
  const again = (found: { order: Order; fingerprint: string }) =>
    found.fingerprint === fingerprint ? answer(found.order) : err({ kind: "idempotencyConflict" } as const);
  // A repetition is answered as the first one was, whatever is in its way now: the menu has changed since, or the same order,
  // sent a moment earlier, has taken its coupon.
  const refuse = async <E>(problem: E) => {
    const before = await deps.store.placedWith(caller.campusId, caller.accountId, request.key);
    return before ? again(before) : err(problem);
  };
  const buyer = { ...caller, byPhone };
  const found = await price(deps, buyer, request);
  if (!found.ok) return refuse(found.error);
  const priced = found.value;
  const { totalFen } = priced.amounts;
  const [problem] = [
    ...priced.problems,
    ...(totalFen === request.expectedTotalFen
      ? []
      : [{ kind: "priceChanged", expectedFen: request.expectedTotalFen, actualFen: totalFen } as const]),
  ];
  if (problem) return refuse(problem);
  const placing = newOrder(deps, caller, { request, priced, byPhone }, await deps.store.nextNumber());
  reach("place.priced");
  const outcome = await deps.store.place({
    decision: placed(placing, actor),
    key: request.key,
    fingerprint,
    ...portionsFor(priced),
    slotCapacity: priced.slot ? priced.shop.slotCapacity : null,
    couponIds: priced.couponIds,
    forNewcomers: priced.forNewcomers,
    day: chinaDay(placing.slot?.from ?? placing.placedAt),
    traceId: caller.traceId,
  });
  if (outcome.kind === "placed") reach("place.committed");
  if (outcome.kind === "placed") return answer(placing);
  if (outcome.kind === "notFirst") {
    const now = await price(deps, buyer, request);
    const actualFen = now.ok ? now.value.amounts.totalFen : totalFen;
    return refuse({ kind: "priceChanged", expectedFen: totalFen, actualFen } as const);
  }
  return outcome.kind === "repeated" ? again(outcome) : refuse(outcome);
}

export function place(deps: PlacementDeps): OrderUseCases["place"] {
  const door = createDoor(deps.clock);
  return async (caller, request) => {
    const entered = door.enter();
    if (!("leave" in entered)) return err({ kind: "busy", ...entered });
    try {
      const actor = { kind: "student", accountId: caller.accountId } as const;
      return await placeAs(deps, caller, { request, actor, byPhone: false });
    } finally {
      entered.leave();
    }
  };
}

/** The order belongs to the operator's account; who pays by its code pays for it. */
export const placeByPhone =
  (deps: PlacementDeps): OrderUseCases["placeByPhone"] =>
  (caller, request) =>
    placeAs(deps, caller, {
      // No app made it: the host plays no part in an order by phone, but every order has one.
      request: { ...request, host: "weapp", couponIds: [] },
      actor: { kind: "operator", accountId: caller.accountId, name: caller.name },
      byPhone: true,
    });
