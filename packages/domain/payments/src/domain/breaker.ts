import { minute, second } from "@sanqi/kernel";

/**
 * When the calls to one platform are given a rest. Twenty calls in a minute are a lunch hour's least: below that, one lost
 * answer would be five per cent. The share is the one at which people begin to see failures in a row.
 */
export const breakerRules = {
  windowMs: minute,
  minCalls: 20,
  failureShare: 0.05,
  /** Slower than this counts as failed: nobody waits longer in front of a cashier. */
  slowMs: 3 * second,
  /** From opening, or from a failed probe, to the next probe. */
  restMs: 10 * second,
  /** As many answered probes in a row close it. */
  goodProbes: 3,
} as const;
