import { acceptWithin, type Order, unpaidLife } from "../domain/index.ts";
import type { Caller, PlaceOrder } from "./api.ts";
import type { PlacementDeps } from "./place-order.ts";
import type { Priced } from "./price-cart.ts";

type Wanted = { readonly request: PlaceOrder; readonly priced: Priced; readonly byPhone: boolean };

/** The order as it is placed: unpaid, with everything that was agreed copied into it. */
export function newOrder(
  deps: Pick<PlacementDeps, "clock" | "ids" | "pickupCode">,
  caller: Caller,
  { request, priced, byPhone }: Wanted,
  orderNo: string,
): Order {
  const { shop, plan, slot, lines, amounts, discounts, couponIds } = priced;
  const now = deps.clock.now();
  return {
    campusId: caller.campusId,
    orderId: deps.ids.next("order"),
    orderNo,
    version: 1,
    accountId: caller.accountId,
    host: request.host,
    shop: { shopId: shop.shopId, name: shop.name, nameEn: shop.nameEn, point: shop.point },
    handover: request.handover,
    place: plan.place,
    tableId: plan.tableId,
    slot,
    byPhone,
    lines,
    amounts,
    discounts,
    couponIds,
    refunds: [],
    afterSale: null,
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
    payBy: Math.min(now + unpaidLife, slot ? slot.from - acceptWithin : Number.POSITIVE_INFINITY),
    paidAt: null,
    paidBy: null,
    acceptBy: null,
    unacceptedAt: null,
    acceptedAt: null,
    deliveredAt: null,
    urgedAt: null,
  };
}
