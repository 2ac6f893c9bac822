import type { OrderId } from "@sanqi/kernel";
import type { Stage } from "./stage.ts";

/** Has one event of an order stand as if its consumer had failed all its tries. */
export async function parkEvent(
  stage: Stage,
  orderId: OrderId,
  consumer: string,
): Promise<{ consumer: string; eventId: string }> {
  const [parked] = await stage.sql<{ consumer: string; eventId: string }[]>`
    update inbox set state = 'parked', attempts = 10, error = 'certificate expired', finished_at = ${stage.clock.now()}
    where campus_id = ${stage.ids.campusId} and consumer = ${consumer} and key = ${orderId}
    returning consumer, event_id`;
  if (!parked) throw new Error(`${consumer} handled no event of ${orderId}`);
  return parked;
}

/** Has a message about an order stand as cut off while it was being sent. */
export const loseMessage = (stage: Stage, orderId: OrderId) =>
  stage.sql`
    insert into message_delivery (campus_id, event_id, account_id, host, kind, state, detail, started_at, finished_at, order_id)
    select campus_id, event_id, 'acc_00000000000000000001', 'weapp', 'order-delivered', 'unknown',
      'the process ended while it was being sent', occurred_at, occurred_at, key
    from outbox where campus_id = ${stage.ids.campusId} and key = ${orderId} limit 1`;

/**
 * Has an order's deadline stand as a job that no worker understands, with one try.
 * @returns what makes it one that every worker understands
 */
export async function parkJob(stage: Stage, orderId: OrderId): Promise<() => Promise<unknown>> {
  const key = `order/${stage.ids.campusId}/${orderId}`;
  await stage.sql`
    select jobs.enqueue(array['order-deadline'], array['{"nobody":1}']::json[], array[1]::bigint[], array[${key}], 1)`;
  const payload = JSON.stringify({ at: 0 });
  return async () =>
    stage.sql`update graphile_worker._private_jobs set payload = ${payload}::text::json where key = ${key}`;
}
