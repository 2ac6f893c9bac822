import type { Clock, Ids } from "@sanqi/kernel";
import type { CareStore } from "./ports.ts";

export type CareDeps = {
  readonly store: CareStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** For what no request started: the daily evaluation. */
  readonly newTraceId: () => string;
};
