import type { Sql } from "@sanqi/database";
import type { IdentityUseCases } from "@sanqi/identity/use-cases";
import { type Clock, fen, type Ids } from "@sanqi/kernel";
import { merchantAccount, riderAccount } from "@sanqi/ledger";
import { type Log, type Metrics, newTraceId } from "@sanqi/observability";
import { afterSaleWithin } from "@sanqi/orders";
import type { OrderStore } from "@sanqi/orders/use-cases";
import { createSharingStore, createShippingStore } from "@sanqi/payments/persistence";
import {
  createSharing,
  createShippingWork,
  type Gateways,
  type PaymentStore,
  planningShares,
  type SharedOrders,
  type SharingDeps,
  type ShippingFacts,
  sharingGateways,
  shippingRules,
} from "@sanqi/payments/use-cases";
import type { Breakers } from "../breakers/breakers.ts";
import type { Platforms } from "./platforms.ts";

type Outside = {
  readonly sql: Sql;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly platforms: Platforms;
  readonly committed: () => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly breakers: Breakers;
};
type Knowing = {
  readonly orders: Pick<OrderStore, "load">;
  readonly identity: Pick<IdentityUseCases, "subjectOn">;
};

/** What platforms allow a merchant without a contract about more. */
const standardPercent = 30;

function sharePercent(environment: Outside["environment"]): number {
  const text = environment.SANQI_SHARE_MAX_PERCENT?.trim();
  const percent = text ? Number(text) : standardPercent;
  if (!Number.isInteger(percent) || percent < 1 || percent > 100)
    throw new Error("SANQI_SHARE_MAX_PERCENT is not a whole number from 1 to 100");
  return percent;
}

/**
 * What the ledger owes the shop and whoever carried for one order. A delivery without a rider of ours is a carrier's: it gets
 * what is left of the fee.
 */
const sharedOrders = (sql: Sql, orders: Knowing["orders"]): SharedOrders => ({
  async shopOf(campusId, orderId) {
    return (await orders.load(campusId, orderId))?.shop.shopId ?? null;
  },
  async afterSale(campusId, orderId) {
    const order = await orders.load(campusId, orderId);
    const { deliveredAt = null, afterSale = null } = order ?? {};
    return { handedOverAt: deliveredAt, caseOpen: afterSale !== null && afterSale.state !== "closed" };
  },
  async owed(campusId, orderId) {
    const order = await orders.load(campusId, orderId);
    const rows = await sql<{ account: string; owedFen: number }[]>`
      select e.account, (0 - sum(e.amount_fen))::bigint as owed_fen
      from posting p join entry e on e.campus_id = p.campus_id and e.posting_id = p.posting_id
      where p.campus_id = ${campusId} and p.order_id = ${orderId} and p.kind <> 'share'
        and exists (select 1 from posting b where b.campus_id = p.campus_id and b.key = ${`earned:${orderId}`})
      group by e.account`;
    if (!order || rows.length === 0) return null;
    const of = (account: string) => fen(rows.find((row) => row.account === account)?.owedFen ?? 0);
    const carrier = order.rider ? riderAccount(order.rider.accountId) : "platform:delivery";
    return { merchantFen: of(merchantAccount(order.shop.shopId)), riderFen: of(carrier) };
  },
});

const shippingFacts = ({ orders, identity }: Knowing): ShippingFacts => ({
  async payer(campusId, accountId) {
    const subject = await identity.subjectOn(campusId, accountId, "weapp");
    return subject?.subjectKind === "openid" ? subject.subject : null;
  },
  async goods(campusId, orderId) {
    const order = await orders.load(campusId, orderId);
    return order ? order.lines.map(({ name, quantity }) => `${name}×${quantity}`).join("、") : null;
  },
});

/** Profit sharing and shipping information; both work around the payments, which know nothing of them. */
export function composeSharing(outside: Outside, knowing: Knowing) {
  const { sql, ids, clock, log, metrics, platforms, committed } = outside;
  const alarms = {
    raise(kind: string, fields: Record<string, unknown>) {
      metrics.alarms.inc({ kind });
      log.error(`alarm: ${kind}`, fields);
    },
  };
  const deps: SharingDeps = {
    store: createSharingStore(sql, ids, committed),
    gateways: platforms.sharing,
    orders: sharedOrders(sql, knowing.orders),
    clock,
    alarms,
    afterSaleMs: afterSaleWithin,
    maxPercent: sharePercent(outside.environment),
    newTraceId,
  };
  const sharing = createSharing(deps);
  return {
    sharing,
    shipping: createShippingWork({
      store: createShippingStore(sql),
      gateway: platforms.shipping,
      guard: outside.breakers.guard("shipping-weapp", shippingRules),
      facts: shippingFacts(knowing),
      clock,
      alarms,
    }),
    /** The payments' own store and gateways, with sharing around them. */
    around: (payments: { store: PaymentStore; gateways: Gateways }) => ({
      store: planningShares(payments.store, sharing),
      gateways: sharingGateways(payments.gateways, deps),
    }),
  };
}
