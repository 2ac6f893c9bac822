import { type CampusId, type Clock, chinaDay, err, fen, type OrderId, ok } from "@sanqi/kernel";
import type { TimelineEntry } from "../domain/index.ts";
import type { OrderUseCases } from "./api.ts";
import { readViews } from "./kept-views.ts";
import type { ComplaintPictures, OrderStore, StoredStep } from "./ports.ts";
import { toCard, toKitchenOrder, toRow, toTask, toTimeline } from "./view.ts";

type Deps = {
  readonly store: OrderStore;
  readonly clock: Clock;
  readonly pictures: ComplaintPictures;
};
const pageSize = 20;

export function createQueries({
  store,
  clock,
  pictures,
}: Deps): Pick<
  OrderUseCases,
  "get" | "list" | "kitchenBoard" | "riderBoard" | "partyOf" | "consoleOrders" | "consoleOrder" | "story"
> {
  const read = readViews({ store, clock, pictures });
  const view = async (campusId: CampusId, orderId: OrderId, allowed: (accountId: string) => boolean) => {
    const found = (await read(campusId, [orderId])).get(orderId);
    return found && allowed(found.accountId) ? ok(found.view) : err({ kind: "orderNotFound" } as const);
  };
  return {
    get: (caller, orderId) => view(caller.campusId, orderId, (accountId) => accountId === caller.accountId),
    consoleOrder: (campusId, orderId) => view(campusId, orderId, () => true),
    async list(caller, { before }) {
      const orders = await store.ofAccount(caller.campusId, caller.accountId, { before, limit: pageSize });
      const last = orders[pageSize - 1];
      return {
        orders: orders.map((order) => toCard(order, order.rated)),
        before: last ? last.placedAt : null,
      };
    },
    async kitchenBoard(caller) {
      const [orders, day] = await Promise.all([
        store.inKitchen(caller.campusId, caller.shopIds),
        store.kitchenDay(caller.campusId, caller.shopIds, chinaDay(clock.now())),
      ]);
      const column = (...states: string[]) =>
        orders.filter((o) => states.includes(o.fulfilment)).map(toKitchenOrder);
      return {
        new: column("placed"),
        cooking: column("accepted", "preparing"),
        ready: column("ready"),
        today: { ...day, goodsFen: fen(day.goodsFen) },
      };
    },
    async riderBoard(caller) {
      const [orders, day] = await Promise.all([
        store.forRiders(caller.campusId, caller.accountId, clock.now()),
        store.riderDay(caller.campusId, caller.accountId, chinaDay(clock.now())),
      ]);
      const mine = orders.filter((o) => o.rider !== null).map((o) => toTask(o, true));
      const available = orders.filter((o) => o.rider === null).map((o) => toTask(o, false));
      return { available, mine, today: { deliveries: day.deliveries, feeFen: fen(day.feeFen) } };
    },
    async partyOf(caller, orderId) {
      const order = await store.load(caller.campusId, orderId);
      if (!order) return null;
      if (order.accountId === caller.accountId) return "student";
      if (order.rider?.accountId === caller.accountId) return "rider";
      return caller.shopIds.includes(order.shop.shopId) ? "merchant" : null;
    },
    async consoleOrders(campusId, wanted) {
      return (await store.ofDay(campusId, wanted)).map(toRow);
    },
    async story(campusId, orderId) {
      const steps = await store.story(campusId, orderId);
      if (steps.length === 0) return err({ kind: "orderNotFound" });
      return ok(
        steps.map((step) => ({
          ...named(step),
          actorKind: step.actorKind,
          actorId: step.actorId,
          from: step.from,
          to: step.to,
          reason: step.reason,
          traceId: step.traceId,
        })),
      );
    },
  };
}

/** Operators read who it was; students read only the role, and the rider's name. */
function named(step: StoredStep): TimelineEntry {
  const entry = toTimeline(step);
  if (step.actorName === "" || step.actorKind === "rider" || step.actorKind === "system") return entry;
  return { ...entry, by: { zh: `${entry.by.zh} ${step.actorName}`, en: `${entry.by.en} ${step.actorName}` } };
}
