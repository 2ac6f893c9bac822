import { inTransaction, json, type Sql, type Tx } from "@sanqi/database";
import type { DishId } from "@sanqi/kernel";
import type { Placement, PlacementOutcome, Portion } from "../use-cases/ports.ts";
import { toRow } from "./order-row.ts";
import { loadByKey } from "./read.ts";
import type { EventIds } from "./save-step.ts";
import { saveStep } from "./save-step.ts";

/** Ends the transaction without keeping anything; carries the outcome out of it. */
class Undo extends Error {
  readonly outcome: PlacementOutcome;
  constructor(outcome: PlacementOutcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

export async function placeOrder(sql: Sql, ids: EventIds, placement: Placement): Promise<PlacementOutcome> {
  try {
    await inTransaction(sql, async (tx) => {
      const { order } = placement.decision;
      const row = {
        ...toRow(order),
        day: placement.day,
        idempotencyKey: placement.key,
        fingerprint: placement.fingerprint,
      };
      // A concurrent repetition waits here until the first one has committed, then inserts nothing.
      const inserted =
        await tx`insert into orders ${tx(row)} on conflict (campus_id, account_id, idempotency_key) do nothing`;
      if (inserted.count === 0) {
        const before = await loadByKey(tx, order.campusId, order.accountId, placement.key);
        if (!before) throw new Error("idempotency key conflicts, but its order is not visible");
        throw new Undo({ kind: "repeated", ...before });
      }
      await refuseHoarding(tx, placement);
      await takeStock(tx, placement);
      await tx`insert into order_line ${tx(
        order.lines.map(({ choices, ...line }, lineNo) => ({
          campusId: order.campusId,
          orderId: order.orderId,
          lineNo,
          choices: json(tx, choices),
          ...line,
        })),
      )}`;
      await saveStep(tx, ids, placement.decision, placement.traceId);
    });
    return { kind: "placed" };
  } catch (error) {
    if (error instanceof Undo) return error.outcome;
    throw error;
  }
}

/** Unpaid orders keep portions from others for a quarter of an hour, so nobody may have many of them. */
const unpaidAtOnce = 3;
/** Any number that no other use of two-part advisory locks shares. */
const accountLock = 7_317_003;

async function refuseHoarding(tx: Tx, placement: Placement): Promise<void> {
  const { campusId, accountId } = placement.decision.order;
  // Orders of one account take turns from here to their commit: sent at once, none of them would see the others.
  await tx`select pg_advisory_xact_lock(${accountLock}::int, hashtext(${`${campusId}/${accountId}`}))`;
  const unpaid = await tx`
    select 1 from orders where campus_id = ${campusId} and account_id = ${accountId}
      and fulfilment = 'placed' and payment = 'unpaid' limit ${unpaidAtOnce + 1}`;
  if (unpaid.count > unpaidAtOnce) throw new Undo({ kind: "tooManyUnpaid" });
}

/** Takes all portions or none. Rows are locked in the order of their ids, so two orders never wait for each other in a circle. */
async function takeStock(tx: Tx, placement: Placement): Promise<void> {
  const { campusId } = placement.decision.order;
  const column = <K extends keyof Portion>(key: K) => placement.portions.map((p) => p[key]);
  const taken = await tx<{ dishId: DishId }[]>`
    insert into dish_stock as s (campus_id, dish_id, day, left_count)
    select ${campusId}, dish_id, ${placement.day}, daily - quantity
    from unnest(${column("dishId")}::text[], ${column("quantity")}::int[], ${column("dailyStock")}::int[]) as p (dish_id, quantity, daily)
    where daily >= quantity order by dish_id
    on conflict (campus_id, dish_id, day) do update set left_count = s.left_count - (
      select p.quantity from unnest(${column("dishId")}::text[], ${column("quantity")}::int[]) as p (dish_id, quantity) where p.dish_id = s.dish_id)
    where s.left_count >= (
      select p.quantity from unnest(${column("dishId")}::text[], ${column("quantity")}::int[]) as p (dish_id, quantity) where p.dish_id = s.dish_id)
    returning s.dish_id`;
  if (taken.length === placement.portions.length) return;
  const got = new Set(taken.map((row) => row.dishId));
  const missing = placement.portions.find((p) => !got.has(p.dishId));
  if (!missing) throw new Error("stock statement returned other dishes than asked for");
  const [row] = await tx<{ left: number }[]>`
    select left_count as "left" from dish_stock where campus_id = ${campusId} and dish_id = ${missing.dishId} and day = ${placement.day}`;
  throw new Undo({
    kind: "soldOut",
    dishId: missing.dishId,
    name: missing.name,
    nameEn: missing.nameEn,
    left: row?.left ?? missing.dailyStock,
  });
}
