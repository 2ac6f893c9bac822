export type Step =
  | "login"
  | "shops"
  | "menu"
  | "quote"
  | "place"
  | "prepare"
  | "pay"
  | "confirm"
  | "paid→kitchen"
  | "accept"
  | "accept→student"
  | "claim"
  | "deliver";

export const counted = [
  "arrived",
  "placed",
  "paid",
  "accepted",
  "delivered",
  "cancelled",
  "refused",
  "unpaid",
  "gaveUp",
  "failed",
  "repeats",
  "ordersRepeated",
  "claimsLost",
  "positions",
  "positionsDropped",
] as const;
export type Counted = (typeof counted)[number];

/** A call that did not do what it was asked to: its stable code, else what the transport said. */
export function codeOf(error: unknown): string {
  const { data, message, cause } = error as {
    data?: { sanqi?: { code?: string } };
    message?: string;
    cause?: { code?: string; name?: string };
  };
  return data?.sanqi?.code ?? cause?.code ?? message?.slice(0, 60) ?? String(error);
}

/** The value at a share of sorted numbers (nearest rank); NaN of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export type Tally = ReturnType<typeof createTally>;

/** Counts and latencies of a rush. */
export function createTally() {
  const counts = Object.fromEntries(counted.map((what) => [what, 0])) as Record<Counted, number>;
  const steps = new Map<Step, number[]>();
  const codes = new Map<string, number>();
  const note = (step: Step, ms: number) => {
    const list = steps.get(step);
    if (list) list.push(ms);
    else steps.set(step, [ms]);
  };
  const known = new WeakSet<object>();
  /** Counts a failure by its code, once however many hands it passes through. */
  const failure = (where: string, error: unknown) => {
    if (typeof error === "object" && error !== null) {
      if (known.has(error)) return;
      known.add(error);
    }
    const key = `${where} ${codeOf(error)}`;
    codes.set(key, (codes.get(key) ?? 0) + 1);
  };
  return {
    counts,
    codes: codes as ReadonlyMap<string, number>,
    add(what: Counted, by = 1) {
      counts[what] += by;
    },
    note,
    failure,
    /** Measures a call that succeeds; one that fails is counted by its code and thrown on. */
    async time<T>(step: Step, call: () => Promise<T>): Promise<T> {
      const start = performance.now();
      try {
        const value = await call();
        note(step, performance.now() - start);
        return value;
      } catch (error) {
        failure(step, error);
        throw error;
      }
    },
    /** Calls, p50, p95, p99 in ms for each step, in the order in which steps first happened. */
    percentiles: () =>
      [...steps].map(([step, times]) => {
        const sorted = times.toSorted((a, b) => a - b);
        const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share)) as [
          number,
          number,
          number,
        ];
        return { step, calls: sorted.length, p50, p95, p99, max: sorted.at(-1) ?? Number.NaN };
      }),
  };
}
