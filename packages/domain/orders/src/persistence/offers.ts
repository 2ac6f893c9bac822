import type { Tx } from "@sanqi/database";
import type { AccountId, CampusId, CouponId, OrderId } from "@sanqi/kernel";
import type { Order } from "../domain/index.ts";

/**
 * Takes the coupons for an order, in its placing transaction: all of them, or the caller rolls back. Two orders that want one
 * coupon wait for each other here, and the second finds it used.
 */
export async function useCoupons(
  tx: Tx,
  use: {
    readonly campusId: CampusId;
    readonly accountId: AccountId;
    readonly couponIds: readonly CouponId[];
    readonly orderId: OrderId;
    readonly now: number;
  },
): Promise<"used" | "notUsable"> {
  const used = await tx`
    update coupon set used_by = ${use.orderId}, used_at = ${use.now}
    where campus_id = ${use.campusId} and account_id = ${use.accountId} and coupon_id = any(${use.couponIds}::text[])
      and used_by is null and valid_until_at > ${use.now}`;
  return used.count === use.couponIds.length ? "used" : "notUsable";
}

/**
 * To be called whenever an order is cancelled, expires or is refused, also after the food was cooked or carried: who gets no
 * lunch keeps the coupon.
 */
export async function releaseCoupons(tx: Tx, campusId: CampusId, orderId: OrderId): Promise<void> {
  await tx`update coupon set used_by = null, used_at = null where campus_id = ${campusId} and used_by = ${orderId}`;
}

/**
 * False where the order takes an offer for newcomers and another order of its account did, or could, as well. To be asked in
 * the placing transaction once orders of the account take turns: two that were priced at the same time both seemed the first.
 */
export async function isFirstOrder(
  tx: Tx,
  {
    campusId,
    accountId,
    orderId,
    discounts,
  }: Pick<Order, "campusId" | "accountId" | "orderId" | "discounts">,
): Promise<boolean> {
  if (discounts.length === 0) return true;
  const others = await tx`
    select 1 from discount_rule where campus_id = ${campusId}
      and discount_id = any(${discounts.map((discount) => discount.discountId)}::text[])
      and content->'offer'->>'kind' = 'newCustomer'
      and exists (select 1 from orders where campus_id = ${campusId} and account_id = ${accountId}
        and order_id <> ${orderId} and fulfilment not in ('refused', 'cancelled', 'expired')) limit 1`;
  return others.count === 0;
}
