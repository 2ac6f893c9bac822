import { inGroups, inTransaction, type Sql, type Tx } from "@sanqi/database";
import { type DishId, hour, type Ids, type ShopId } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import { carryBeforeSlot, type Order, type Stage, stageFilter } from "../domain/index.ts";
import type { Change, Decide, OrderStore, StoredStep } from "../use-cases/ports.ts";
import { changeOrder } from "./change.ts";
import { createDeskRows } from "./desk.ts";
import { type OrderRow, toOrder } from "./order-row.ts";
import { createPlacing, type Grouping } from "./place.ts";
import { loadByKey, loadOrder, orderColumns } from "./read.ts";
import { createReviewRows } from "./reviews.ts";
import { createViewRows } from "./views.ts";

/** The rows that a person would see in this stage. */
const inStage = (sql: Sql, stage: Stage) => {
  const [first, second] = stageFilter(stage).map(
    ({ fulfilment, unpaid, preOrder, delivery }) => sql`(
      o.fulfilment = any(${[...fulfilment]}::text[])
      and (${unpaid ?? null}::boolean is null or (o.payment = 'unpaid') = ${unpaid ?? null})
      and (${preOrder ?? null}::boolean is null or (o.slot_from_at is not null) = ${preOrder ?? null})
      and (${delivery ?? null}::boolean is null or (o.handover = 'delivery') = ${delivery ?? null}))`,
  );
  return second ? sql`(${first ?? sql`false`} or ${second})` : (first ?? sql`false`);
};

/** "A000" to "Z999", and again from the start: what a counter calls out. */
const orderNumber = (n: number) =>
  `${String.fromCharCode(65 + (Math.floor(n / 1000) % 26))}${String(n % 1000).padStart(3, "0")}`;

/** `committed` is called after each transaction that wrote events, so that the relay looks at once. */
export function createOrderStore(
  sql: Sql,
  ids: Ids,
  committed: () => void,
  grouping: Grouping = { most: 64, lanes: 2 },
): OrderStore & { changeIn(tx: Tx, change: Change, decide: Decide): ReturnType<OrderStore["change"]> } {
  const numbers = inGroups<null, string>({
    async run(wanted) {
      const rows = await sql<{ n: number }[]>`
        select nextval('order_number') as n from generate_series(1, ${wanted.length})`;
      return rows.map((row) => orderNumber(row.n));
    },
    ...{ most: 1_000, lanes: 1 },
  });
  const orders = async (rows: Promise<readonly OrderRow[]>): Promise<Order[]> => (await rows).map(toOrder);
  return {
    ...createReviewRows(sql, ids, committed),
    ...createViewRows(sql),
    ...createDeskRows(sql),
    nextNumber: () => numbers(null),
    place: createPlacing(sql, ids, { ...grouping, committed }),
    placedWith: (campusId, accountId, key) => loadByKey(sql, campusId, accountId, key),
    load: (campusId, orderId) => loadOrder(sql, campusId, orderId),
    changeIn: (tx, change, decide) => changeOrder(tx, ids, change, decide),
    async change(change, decide) {
      const result = await inTransaction(sql, async (tx) => {
        const changed = await changeOrder(tx, ids, change, decide);
        reach("order.written");
        return changed;
      });
      reach("order.committed");
      if (result.ok) committed();
      return result;
    },
    async checkPickupCode({ campusId, orderId, code, now }) {
      const [row] = await sql<{ matches: boolean }[]>`
        update orders set
          pickup_tries = case when pickup_code = ${code} then pickup_tries else pickup_tries + 1 end,
          pickup_retry_at = case when pickup_code <> ${code} and pickup_tries >= 4 then ${now + 120_000}::bigint else pickup_retry_at end
        where campus_id = ${campusId} and order_id = ${orderId} and pickup_retry_at <= ${now}
        returning pickup_code = ${code} as matches`;
      if (!row) return "locked";
      return row.matches ? "right" : "wrong";
    },
    async ofAccount(campusId, accountId, { before, limit }) {
      const rows = await sql<(OrderRow & { rated: boolean })[]>`
        select ${orderColumns(sql)}, exists (select 1 from review r where r.campus_id = o.campus_id and r.order_id = o.order_id) as rated
        from orders o where o.campus_id = ${campusId} and o.account_id = ${accountId}
          and (${before}::bigint is null or o.placed_at < ${before}::bigint)
        order by o.placed_at desc limit ${limit}`;
      return rows.map((row) => ({ ...toOrder(row), rated: row.rated }));
    },
    inKitchen: (campusId, shopIds) =>
      orders(sql<OrderRow[]>`
        select ${orderColumns(sql)} from orders o
        where o.campus_id = ${campusId} and o.shop_id = any(${[...shopIds]}::text[])
          and o.fulfilment in ('placed', 'accepted', 'preparing', 'ready') and o.payment = 'paid'
        order by coalesce(o.slot_from_at, o.paid_at)`),
    async kitchenDay(campusId, shopIds, day) {
      const [row] = await sql<
        { orders: number; goodsFen: number; refused: number; cookMinutes: number | null }[]
      >`
        select count(*) filter (where accepted_at is not null)::int as orders,
          coalesce(sum(goods_fen) filter (where accepted_at is not null and fulfilment <> 'refused'), 0)::bigint as goods_fen,
          count(*) filter (where fulfilment = 'refused')::int as refused,
          round(avg(ready_at - accepted_at) filter (where ready_at is not null) / 60000.0)::int as cook_minutes
        from orders where campus_id = ${campusId} and shop_id = any(${[...shopIds]}::text[]) and day = ${day}`;
      return row ?? { orders: 0, goodsFen: 0, refused: 0, cookMinutes: null };
    },
    forRiders: (campusId, riderId, now) =>
      orders(sql<OrderRow[]>`
        select ${orderColumns(sql)} from orders o
        where o.campus_id = ${campusId} and o.fulfilment in ('accepted', 'preparing', 'ready', 'pickedUp')
          and o.handover = 'delivery'
          and (o.rider_id is not null or o.slot_from_at is null or o.slot_from_at <= ${now + carryBeforeSlot}::bigint)
          and (o.rider_id is null or o.rider_id = ${riderId}) order by o.rider_id is null, o.promise_latest limit 200`),
    async riderDay(campusId, riderId, day) {
      const [row] = await sql<{ deliveries: number; feeFen: number }[]>`
        select count(*)::int as deliveries, coalesce(sum(delivery_fee_fen), 0)::bigint as fee_fen from orders
        where campus_id = ${campusId} and rider_id = ${riderId} and day = ${day} and fulfilment in ('delivered', 'completed')`;
      return row ?? { deliveries: 0, feeFen: 0 };
    },
    ofDay: (campusId, { day, stage, text, limit }) =>
      orders(sql<OrderRow[]>`
        select ${orderColumns(sql)} from orders o
        where o.campus_id = ${campusId} and o.day = ${day} and ${stage ? inStage(sql, stage) : sql`true`}
          and position(lower(${text}) in lower(concat_ws(' ', o.order_no, o.shop_name, o.place_name, o.rider_name, o.order_id))) > 0
        order by o.placed_at desc limit ${limit}`),
    story: (campusId, orderId) =>
      sql<StoredStep[]>`
        select at, command, actor_kind, actor_id, actor_name, from_state as "from", to_state as "to", reason, trace_id
        from order_step where campus_id = ${campusId} and order_id = ${orderId} order by version`,
    overdue: (now, limit) =>
      sql`select campus_id, order_id from orders where fulfilment = 'placed' and payment = 'unpaid' and pay_by <= ${now}
        order by pay_by limit ${limit}`,
    unaccepted: (dueBefore, { warned }, limit) =>
      sql`select campus_id, order_id from orders where fulfilment = 'placed' and payment = 'paid' and accept_by <= ${dueBefore}
          and (${warned} or unaccepted_at is null) order by accept_by limit ${limit}`,
    deliveredBefore: (at, limit) =>
      sql`select campus_id, order_id from orders where fulfilment = 'delivered' and delivered_at < ${at}
          and coalesce(after_sale ->> 'state', 'closed') = 'closed' order by delivered_at limit ${limit}`,
    async stockLeft(campusId, dishIds, day) {
      const rows = await sql<{ dishId: DishId; left: number }[]>`
        select dish_id, left_count as "left" from dish_stock
        where campus_id = ${campusId} and day = ${day} and dish_id = any(${[...dishIds]}::text[])`;
      return new Map(rows.map((row) => [row.dishId, row.left]));
    },
    async choicesLeft(campusId, dishIds, day) {
      const rows = await sql<{ name: string; left: number }[]>`
        select dish_id || ' ' || choice as name, left_count as "left" from choice_stock
        where campus_id = ${campusId} and day = ${day} and dish_id = any(${[...dishIds]}::text[])`;
      return new Map(rows.map((row) => [row.name, row.left]));
    },
    async slotLoads(campusId, shopId, slots) {
      const rows = await sql<{ slotFromAt: number; taken: number }[]>`
        select slot_from_at, taken from slot_load where campus_id = ${campusId} and shop_id = ${shopId}
          and slot_from_at = any(${slots.map((slot) => slot.from)}::bigint[])`;
      return new Map(rows.map((row) => [row.slotFromAt, row.taken]));
    },
    async kitchenQueues(campusId, now) {
      const rows = await sql<{ shopId: ShopId; waiting: number }[]>`
        select shop_id, count(*)::int as waiting from orders
        where campus_id = ${campusId}
          and fulfilment in ('placed', 'accepted', 'preparing', 'ready') and fulfilment <> 'ready' and payment = 'paid'
          and (slot_from_at is null or slot_from_at < ${now + hour}::bigint) group by shop_id`;
      return new Map(rows.map((row) => [row.shopId, row.waiting]));
    },
  };
}
