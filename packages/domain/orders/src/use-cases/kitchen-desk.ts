import { type Clock, err, ok } from "@sanqi/kernel";
import { ticketOf } from "../domain/index.ts";
import type { OrderUseCases } from "./api.ts";
import type { OrderStore } from "./ports.ts";

type Deps = { readonly store: OrderStore; readonly clock: Clock };

/** What a kitchen reads beside its board. */
export const createKitchenDesk = ({ store, clock }: Deps): Pick<OrderUseCases, "ticket" | "daySummary"> => ({
  async ticket({ campusId, shopIds }, orderId) {
    const order = await store.load(campusId, orderId);
    if (!order || !shopIds.includes(order.shop.shopId)) return err({ kind: "orderNotFound" });
    return ok(ticketOf(order, clock.now()));
  },
  daySummary: ({ campusId, shopIds }, day) => store.daySummary(campusId, shopIds, day),
});
