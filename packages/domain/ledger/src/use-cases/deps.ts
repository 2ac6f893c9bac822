import type { Clock, Ids, OrderId } from "@sanqi/kernel";
import type { Skipped } from "../domain/index.ts";
import type { LedgerStore } from "./ports.ts";

export type LedgerDeps = {
  readonly store: LedgerStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told of what happened and cannot be posted: an operator should look. */
  readonly onSkipped: (skipped: Skipped & { orderId: OrderId; traceId: string }) => void;
};
