import type { Placement } from "../use-cases/ports.ts";
import { toRow } from "./order-row.ts";
import { type EventIds, eventRows, stepRow } from "./save-step.ts";

/** Unpaid orders keep portions from others for a quarter of an hour, so nobody may have many of them. */
const unpaidAtOnce = 3;

/** The arguments of `place_orders` (0011-place-orders.sql): orders of one campus, each of another account. */
export function placementArguments(ids: EventIds, group: readonly Placement[]) {
  const each = <T>(of: (placement: Placement, n: number) => T): T[] => group.map((p, at) => of(p, at + 1));
  const all = <T extends object>(of: (placement: Placement, n: number) => readonly T[]) =>
    each((placement, n) => of(placement, n).map((row) => ({ n, ...row }))).flat();
  const orNull = (rows: readonly object[]) => (rows.length > 0 ? JSON.stringify(rows) : null);
  const portions = all(({ portions, day }) => portions.map((p) => ({ ...p, day })));
  const slots = all(({ decision: { order }, slotCapacity: capacity }) =>
    order.slot && capacity !== null ? [{ shopId: order.shop.shopId, from: order.slot.from, capacity }] : [],
  );
  const coupons = all(({ decision: { order }, couponIds }) =>
    couponIds.map((couponId) => ({ couponId, orderId: order.orderId, now: order.placedAt })),
  );
  return {
    campusId: group[0]?.decision.order.campusId ?? "",
    accounts: each(({ decision }) => decision.order.accountId),
    keys: each(({ key }) => key),
    // The desk takes orders for many people.
    unpaid: each(({ decision }) => (decision.order.byPhone ? null : unpaidAtOnce)),
    // As texts: the driver takes an array of booleans for a boolean.
    first: each(({ forNewcomers }) => String(forNewcomers)),
    portionN: portions.map(({ n }) => n),
    dishes: portions.map(({ dishId }) => dishId),
    days: portions.map(({ day }) => day),
    quantities: portions.map(({ quantity }) => quantity),
    daily: portions.map(({ dailyStock }) => dailyStock),
    choices: orNull(all(({ choicePortions, day }) => choicePortions.map((p) => choiceRow(p, day)))),
    slots: orNull(slots),
    coupons: orNull(coupons),
    orders: JSON.stringify(each((placement, n) => ({ n, ...orderRow(placement) }))),
    lines: JSON.stringify(all(lineRows)),
    steps: JSON.stringify(each(({ decision, traceId }, n) => ({ n, ...stepRow(decision, traceId) }))),
    events: JSON.stringify(all(({ decision, traceId }) => eventRows(ids, decision, traceId))),
  };
}

const orderRow = ({ decision: { order }, day, fingerprint }: Placement) => ({
  ...toRow(order),
  discounts: order.discounts,
  couponIds: order.couponIds,
  day,
  fingerprint,
});

const choiceRow = (portion: Placement["choicePortions"][number], day: string) => {
  const { dishId, choice, quantity, dailyStock: daily } = portion;
  return { dishId, choice, day, quantity, daily };
};

const lineRows = ({ decision: { order } }: Placement) =>
  order.lines.map((line, lineNo) => ({ orderId: order.orderId, lineNo, ...line }));
