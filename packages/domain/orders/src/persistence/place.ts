import { inTransaction, json, type Sql, type Tx } from "@sanqi/database";
import type { Placement, PlacementOutcome } from "../use-cases/ports.ts";
import { isFirstOrder, useCoupons } from "./offers.ts";
import { toRow } from "./order-row.ts";
import { loadByKey } from "./read.ts";
import type { EventIds } from "./save-step.ts";
import { saveStep } from "./save-step.ts";
import { takeChoices, takeSlot, takeStock } from "./take.ts";

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
        discounts: json(tx, order.discounts),
        couponIds: json(tx, order.couponIds),
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
      if (!(await isFirstOrder(tx, order))) throw new Undo({ kind: "notFirst" });
      await take(tx, placement);
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

/** Everything that others could want as well: portions, choices, the slot, coupons; always in this order. */
async function take(tx: Tx, placement: Placement): Promise<void> {
  const { campusId, accountId, orderId, slot, placedAt } = placement.decision.order;
  const missing = (await takeStock(tx, placement)) ?? (await takeChoices(tx, placement));
  if (missing) throw new Undo({ kind: "soldOut", ...missing });
  if (slot && !(await takeSlot(tx, placement))) throw new Undo({ kind: "slotFull", slotFrom: slot.from });
  const { couponIds } = placement;
  if (couponIds.length === 0) return;
  if ((await useCoupons(tx, { campusId, accountId, couponIds, orderId, now: placedAt })) !== "used")
    throw new Undo({ kind: "couponNotUsable" });
}

/** Unpaid orders keep portions from others for a quarter of an hour, so nobody may have many of them. */
const unpaidAtOnce = 3;
/** Any number that no other use of two-part advisory locks shares. */
const accountLock = 7_317_003;

async function refuseHoarding(tx: Tx, placement: Placement): Promise<void> {
  const { campusId, accountId, byPhone } = placement.decision.order;
  // The desk takes orders for many people.
  if (byPhone) return;
  // Orders of one account take turns from here to their commit: sent at once, none of them would see the others.
  await tx`select pg_advisory_xact_lock(${accountLock}::int, hashtext(${`${campusId}/${accountId}`}))`;
  const unpaid = await tx`
    select 1 from orders where campus_id = ${campusId} and account_id = ${accountId}
      and fulfilment = 'placed' and payment = 'unpaid' limit ${unpaidAtOnce + 1}`;
  if (unpaid.count > unpaidAtOnce) throw new Undo({ kind: "tooManyUnpaid" });
}
