import type { Tx } from "@sanqi/database";
import type { CampusId, OrderId } from "@sanqi/kernel";

/**
 * To be called whenever an order is cancelled, expires or is refused, also after the food was cooked or carried: who gets no
 * lunch keeps the coupon.
 */
export async function releaseCoupons(tx: Tx, campusId: CampusId, orderId: OrderId): Promise<void> {
  await tx`update coupon set used_by = null, used_at = null where campus_id = ${campusId} and used_by = ${orderId}`;
}
