import type { AccountId, CampusId, Clock, OrderId } from "@sanqi/kernel";
import { type OrderView, viewChangesAt } from "../domain/index.ts";
import type { ComplaintPictures, OrderStore } from "./ports.ts";
import { toView } from "./view.ts";

/** A student's view with what one needs to keep it: whose it is, and until when it can be shown. */
export type KeepableView = {
  readonly accountId: AccountId;
  readonly riderId: AccountId | null;
  readonly view: OrderView;
  /** Epoch ms from which on it reads differently although nothing happened; null: never. */
  readonly validUntil: number | null;
};
export type ReadViews = (
  campusId: CampusId,
  orderIds: readonly OrderId[],
) => Promise<ReadonlyMap<OrderId, KeepableView>>;

type Deps = {
  readonly store: Pick<OrderStore, "views">;
  readonly clock: Clock;
  readonly pictures: ComplaintPictures;
};

/** Views of several orders as the database has them; what does not exist is left out. Whose they are is for the caller to check. */
export const readViews =
  ({ store, clock, pictures }: Deps): ReadViews =>
  async (campusId, orderIds) => {
    const found = await store.views(campusId, orderIds);
    const now = clock.now();
    return new Map(
      found.map(({ order, steps, rating }) => [
        order.orderId,
        {
          accountId: order.accountId,
          riderId: order.rider?.accountId ?? null,
          view: toView(order, steps, { rating, now, pictures }),
          validUntil: viewChangesAt(order, now),
        },
      ]),
    );
  };
