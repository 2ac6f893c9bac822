import type { FloodPlan, FloodResult } from "./flood-run.ts";
import type { LoopPlan, LoopResult } from "./loops.ts";
import type { BenchCart, Target } from "./requests.ts";

/** Guests who have never ordered: their numbers follow each other. */
type Orders = {
  readonly target: Target;
  readonly carts: readonly BenchCart[];
  readonly firstGuest: number;
};
type Requests = {
  readonly port: number;
  /** Sent in turn. */
  readonly requests: readonly string[];
  readonly plan: LoopPlan;
  /** Absent: as fast as they are answered. */
  readonly perSecond?: number;
};

/** What a load generator can be asked to do. */
export type LoadJobs = {
  readonly orders: Orders & { readonly plan: LoopPlan };
  readonly requests: Requests;
  readonly flood: Orders & { readonly plan: FloodPlan };
};
/** What it answers. */
export type LoadResults = {
  readonly orders: LoopResult;
  readonly requests: LoopResult;
  readonly flood: FloodResult;
};
export type LoadKind = keyof LoadJobs;
export type LoadOrder<K extends LoadKind = LoadKind> = { readonly kind: K; readonly job: LoadJobs[K] };
