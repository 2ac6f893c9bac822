import type { Sql, Tx } from "@sanqi/database";
import type { CampusId, OrderId } from "@sanqi/kernel";
import type { ShippingKind } from "../domain/shipping.ts";
import type { DueUpload, ShippingStore } from "../use-cases/shipping-ports.ts";

/**
 * Has the hand-over of an order told for each of its WeChat payments that still holds money; the first telling counts. Runs in
 * the transaction of the event that says so.
 */
export async function requestShippingUpload(
  tx: Tx,
  handedOver: { campusId: CampusId; orderId: OrderId; kind: ShippingKind; at: number; now: number },
): Promise<void> {
  const { campusId, orderId, kind, at, now } = handedOver;
  await tx`
    insert into shipping_upload (campus_id, payment_id, order_id, kind, handed_over_at, requested_at, tried_at, try_at)
    select campus_id, payment_id, order_id, ${kind}, ${at}::bigint, ${now}::bigint, ${now}::bigint, ${now}::bigint
    from payment where campus_id = ${campusId} and order_id = ${orderId} and channel = 'wechatPay'
      and state not in ('prepared', 'unknown', 'closed', 'refunded')
    on conflict (campus_id, payment_id) do nothing`;
}

export function createShippingStore(sql: Sql): ShippingStore {
  return {
    async due(now, limit) {
      const rows = await sql<DueUpload[]>`
        select u.campus_id, u.payment_id, u.order_id, p.account_id, u.kind, u.handed_over_at, u.requested_at, u.tried_at, u.tried
        from shipping_upload u join payment p using (campus_id, payment_id)
        where u.try_at <= ${now} order by u.try_at limit ${limit}`;
      return [...rows];
    },
    async settle({ campusId, paymentId, state, code, now, tryAt }) {
      await sql`
        update shipping_upload set state = ${state}, code = ${code}, tried_at = ${now}, tried = tried + 1, try_at = ${tryAt}
        where campus_id = ${campusId} and payment_id = ${paymentId} and state = 'requested'`;
    },
  };
}
