import { inTransaction } from "@sanqi/database";
import {
  type AccountId,
  createIds,
  fen,
  manualClock,
  type OrderId,
  type PaymentId,
  type ShopId,
  toId,
} from "@sanqi/kernel";
import { testDatabase } from "@sanqi/testkit";
import type { OrderFacts, PaymentFact, RefundFact } from "../domain/index.ts";
import {
  createLedgerUseCases,
  type DueFact,
  type FactSource,
  type MoneyFacts,
  postOrder,
} from "../use-cases/index.ts";
import { createLedgerStore, ledgerMigrations, ledgerRecords } from "./index.ts";

/** A ledger on a database of its own, and orders whose facts the test writes. */
export async function ledgerStage() {
  const { sql, url, drop } = await testDatabase(ledgerMigrations);
  // Monday, 2026-11-16, 10:00 in China.
  const clock = manualClock(1_794_794_400_000);
  const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
  const campusId = toId("campus", "cmp_00000000000000000000");
  const known = new Map<OrderId, OrderFacts>();
  const facts: MoneyFacts = {
    async of(_campusId, orderId) {
      return known.get(orderId) ?? { orderId, order: null, payments: [], refunds: [], shares: [] };
    },
    async due(_campusId, { source, after, limit }) {
      const page = [...known.values()]
        .flatMap((order) => dueOf(order, source))
        .filter(({ id }) => id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit);
      looked.push(...page.map(({ id }) => id));
      return page;
    },
    beingShared: async () => [...shared],
  };
  const shared = new Set<PaymentId>();
  const looked: string[] = [];
  const skipped: unknown[] = [];
  const start = (on = sql) =>
    createLedgerUseCases({
      store: createLedgerStore(on, ids, () => facts),
      clock,
      ids,
      onSkipped: (one) => void skipped.push(one),
    });
  const operator = { campusId, accountId: ids.next("account"), traceId: "t" };
  return {
    sql,
    url,
    drop,
    clock,
    ids,
    campusId,
    operator,
    skipped,
    /** Ids of what the search for missing postings has looked at. */
    looked,
    /** Payments of which the platform may still hand parts on. */
    shared,
    ledger: start(),
    /** The same ledger in another process: with a connection pool of its own, or with a store that breaks. */
    start,
    known,
    /** An order of one dish of `goodsFen` and a fee of 3.00, paid; delivered where a rider is given. */
    order(shopId: ShopId, goodsFen: number, riderId: AccountId | null = null): OrderId {
      const orderId = ids.next("order");
      const payment: PaymentFact = {
        paymentId: ids.next("payment"),
        channel: "wechatPay",
        amountFen: fen(goodsFen + 300),
        paidAt: clock.now(),
      };
      known.set(orderId, {
        orderId,
        order: {
          orderId,
          orderNo: "A001",
          shopId,
          riderId,
          placedAt: clock.now(),
          handedOverAt: riderId && clock.now(),
          ended: false,
          settledBy: payment.paymentId,
          lines: [
            { key: "0", kind: "goods", grossFen: fen(goodsFen), discounts: [] },
            { key: "delivery", kind: "delivery", grossFen: fen(300), discounts: [] },
          ],
        },
        payments: [payment],
        refunds: [],
        shares: [],
      });
      return orderId;
    },
    refund(orderId: OrderId, amount: number, parts: RefundFact["parts"] = null): void {
      const before = known.get(orderId);
      const [payment] = before?.payments ?? [];
      if (!before || !payment) throw new Error(`no paid order ${orderId}`);
      const { paymentId } = payment;
      const refund = {
        refundId: ids.next("refund"),
        paymentId,
        amountFen: fen(amount),
        at: clock.now(),
        parts,
      };
      known.set(orderId, { ...before, refunds: [...before.refunds, refund] });
    },
    post: (orderId: OrderId) =>
      inTransaction(sql, (tx) =>
        postOrder({ records: ledgerRecords(tx, ids), facts, clock }, { campusId, orderId, traceId: "t" }),
      ),
    async balance(account: string): Promise<number> {
      const [row] = await sql<{ sum: number }[]>`
        select coalesce(sum(amount_fen), 0)::bigint as sum from entry where campus_id = ${campusId} and account = ${account}`;
      return row?.sum ?? 0;
    },
  };
}
/** An order's facts as the search for missing postings sees them; what is not handed over is still on its way. */
function dueOf({ orderId, order, payments, refunds, shares }: OrderFacts, source: FactSource): DueFact[] {
  const handedOver = (order?.handedOverAt ?? null) !== null;
  if (source === "payment")
    return payments.map(({ paymentId: id, paidAt: at }) => {
      const earned = handedOver && order?.settledBy === id ? [`earned:${orderId}`] : [];
      return { id, orderId, at, keys: [`payment:${id}`, ...earned], open: !handedOver };
    });
  if (source === "refund")
    return refunds.map(({ refundId: id, at }) => ({ id, orderId, at, keys: [`refund:${id}`], open: false }));
  return shares.map(({ key, paymentId: id, at }) => ({ id, orderId, at, keys: [key], open: false }));
}

export type LedgerStage = Awaited<ReturnType<typeof ledgerStage>>;
