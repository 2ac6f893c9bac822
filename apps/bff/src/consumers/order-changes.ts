import type { Tx } from "@sanqi/database";
import type { Change, Decide, OrderStore } from "@sanqi/orders/use-cases";

/** Changes orders inside a consumer's transaction. */
export type OrderChanges = {
  changeIn(tx: Tx, change: Change, decide: Decide): ReturnType<OrderStore["change"]>;
};
