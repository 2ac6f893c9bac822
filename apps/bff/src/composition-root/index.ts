import { createHash, randomInt } from "node:crypto";
import { createCampusStore } from "@sanqi/campus/persistence";
import { createCampusUseCases } from "@sanqi/campus/use-cases";
import { createCareStore } from "@sanqi/care/persistence";
import { createCareUseCases } from "@sanqi/care/use-cases";
import { createCatalogStore } from "@sanqi/catalog/persistence";
import { createCatalogUseCases, createMenus } from "@sanqi/catalog/use-cases";
import type { Sql } from "@sanqi/database";
import { createDeliveryStore } from "@sanqi/delivery/persistence";
import { createDeliveryUseCases, createPromises, createRehearsalRelay } from "@sanqi/delivery/use-cases";
import { createIdentityStore, createScryptHasher } from "@sanqi/identity/persistence";
import { createIdentityUseCases } from "@sanqi/identity/use-cases";
import { createJobDesk } from "@sanqi/jobs";
import { type Clock, createIds } from "@sanqi/kernel";
import { createNotificationStore } from "@sanqi/notifications/persistence";
import { createNotificationUseCases } from "@sanqi/notifications/use-cases";
import { type Log, type Metrics, newTraceId } from "@sanqi/observability";
import { createOfferStore, createOrderStore, shiftPortions } from "@sanqi/orders/persistence";
import {
  createOffers,
  createOrderUseCases,
  createSystemCommands,
  type OrderStore,
} from "@sanqi/orders/use-cases";
import { createEventDesk } from "@sanqi/outbox";
import { createPaymentStore } from "@sanqi/payments/persistence";
import { createPaymentUseCases } from "@sanqi/payments/use-cases";
import { picturePath } from "@sanqi/pictures";
import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import { createLiveFeed } from "../live/live-feed.ts";
import { describe } from "../rpc/error-table.ts";
import { composeBreakers, paymentBreakers } from "./breakers.ts";
import { composeHintWire } from "./bus.ts";
import { createConsumers } from "./consumers.ts";
import { callParties, orderPlaces, positionFeed, unavailableRelay } from "./delivery-ports.ts";
import { composeLedger } from "./ledger.ts";
import { composeMenuEditing } from "./menu-editing.ts";
import {
  catalogFigures,
  complaintPictures,
  deliveryPlanner,
  kitchenQueues,
  menuReader,
  payableOrders,
} from "./order-ports.ts";
import { composeOrderViews, readingKept } from "./order-views.ts";
import type { Platforms } from "./platforms.ts";
import { pooledRandom } from "./pooled-random.ts";
import { composeReconciliation } from "./reconciliation.ts";
import { composeSagas } from "./sagas.ts";
import { composeSharing } from "./sharing.ts";

export type Outside = {
  readonly config: Config;
  readonly sql: Sql;
  readonly clock: Clock;
  readonly stopwatch: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly platforms: Platforms;
  /** Called after each commit that wrote events. */
  readonly committed: () => void;
};
export type Parts = Awaited<ReturnType<typeof compose>>;

/** A repeated submit is answered, but not counted again. */
function countingPlaced<S extends Pick<OrderStore, "place">>(store: S, metrics: Metrics): S {
  return {
    ...store,
    async place(placement: Parameters<OrderStore["place"]>[0]) {
      const outcome = await store.place(placement);
      if (outcome.kind === "placed") metrics.ordersPlaced.inc({ host: placement.decision.order.host });
      return outcome;
    },
  };
}

/** The only place where stores and adapters are built and wired to use-cases. */
export async function compose(outside: Outside) {
  const { config, sql, clock, log, metrics, platforms, committed } = outside;
  const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes);
  const ids = createIds(clock.now, pooledRandom());
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const { breakers, board, messageGuards } = composeBreakers(outside);
  const live = await createLiveFeed(composeHintWire(outside), (error) =>
    log.warn("a live hint was lost", { error }),
  );

  const campus = createCampusUseCases({ store: createCampusStore(sql), clock });
  const identity = createIdentityUseCases({
    store: createIdentityStore(sql),
    logins: platforms.logins,
    campuses: { exists: async (campusId) => (await campus.campus(campusId)) !== null },
    passwords: createScryptHasher(),
    clock,
    ids,
    random,
  });

  const orderStore = countingPlaced(createOrderStore(sql, ids, committed, config.orderGrouping), metrics);
  const menus = createMenus({ store: createCatalogStore(sql, { shift: shiftPortions }), clock, digest });
  const promises = createPromises({ queues: kitchenQueues(orderStore, clock), clock });
  const figures = catalogFigures(orderStore, clock);
  const catalog = createCatalogUseCases({
    menus,
    clock,
    figures,
    walks: campus,
    promises,
    pictureUrl: picturePath,
  });
  const { menuEditing, pictures } = composeMenuEditing({
    sql,
    menus,
    figures,
    clock,
    ids,
    pictureSecret: config.pictureSecret,
  });
  const offers = createOffers({ store: createOfferStore(sql), clock, ids });
  const orders = createOrderUseCases({
    store: orderStore,
    offers,
    pictures: complaintPictures(pictures),
    menu: menuReader(menus),
    planner: deliveryPlanner(campus, menus, promises),
    clock,
    ids,
    digest,
    pickupCode: () => String(randomInt(10_000)).padStart(4, "0"),
    words: (problem) => describe(problem).words,
  });
  const { orderViews, closeViews } = composeOrderViews(
    { ...outside, breakers },
    { store: orderStore, pictures: complaintPictures(pictures), live },
  );
  const { sharing, shipping, around } = composeSharing(
    { ...outside, ids, environment: config.environment, breakers },
    { orders: orderStore, identity },
  );
  const payments = createPaymentUseCases({
    ...around({ store: createPaymentStore(sql, ids, committed), gateways: platforms.gateways }),
    orders: payableOrders(orderStore),
    clock,
    ids,
    notifyUrl: (campusId, channel) =>
      `${config.publicUrl}/callbacks/${channel === "wechatPay" ? "wechat-pay" : "alipay"}/${campusId}`,
    alarms: {
      raise(kind, fields) {
        metrics.alarms.inc({ kind });
        log.error(`alarm: ${kind}`, fields);
      },
    },
    stopwatch: outside.stopwatch,
    random,
  });
  breakers.add(paymentBreakers(payments.health));
  const delivery = createDeliveryUseCases({
    store: createDeliveryStore(sql),
    clock,
    walks: campus,
    places: orderPlaces(orderStore),
    feed: positionFeed(live),
    parties: callParties(orderStore),
    // Real numbers need a contract with a carrier; until one is configured, production says so instead of pretending.
    relay: config.mode === "production" ? unavailableRelay : createRehearsalRelay("95000"),
  });
  const notifications = createNotificationUseCases({
    store: createNotificationStore(sql),
    messengers: platforms.messengers,
    guards: messageGuards,
    subjects: identity,
    templates: platforms.templates,
    counted: (message) => metrics.messages.inc(message),
    clock,
    ids,
  });
  const care = createCareUseCases({ store: createCareStore(sql), clock, ids, newTraceId });
  const system = createSystemCommands({ store: orderStore, clock });
  const money = payments.work;
  const { ledger, posting } = composeLedger({ sql, ids, clock, log, metrics });
  const reconciliation = composeReconciliation({ ...outside, ids }, { money, ledger });
  const sagas = composeSagas({ sql, clock });
  const consumers = createConsumers(
    { orderStore, system, money, delivery, notifications, identity, sharing, posting, sagas: sagas.consumer },
    clock,
  );
  const events = createEventDesk(sql, clock, consumers);
  const app: App = {
    clock,
    campus,
    catalog,
    menuEditing,
    pictures,
    orders: readingKept(orders, orderViews),
    offers,
    payments,
    sharing,
    identity,
    notifications,
    delivery,
    care,
    ledger,
    reconciliation,
    events,
    jobs: createJobDesk(sql),
    sagas: sagas.desk,
    breakers: board,
    live,
    orderViews,
  };
  return {
    app,
    breakers,
    board,
    newSessionId: () => ids.next("session"),
    live,
    orderViews,
    closeViews,
    orderStore,
    menus,
    pictures,
    campus,
    identity,
    care,
    delivery,
    notifications,
    system,
    money,
    sharing,
    shipping,
    ledgerWork: ledger.work,
    reconciliationWork: reconciliation.work,
    consumers,
  };
}
