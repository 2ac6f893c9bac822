/** What is done for jobs of one name. It may run twice for one job (after a crash), so its effect must bear that. */
export type Task<Payload = unknown> = {
  readonly name: string;
  /** Throws where the payload is not one of this task: it was written by another release, or by hand. */
  parse(payload: unknown): Payload;
  /** `againInMs`: not due yet; the same job comes back after this time. */
  run(payload: Payload, traceId: string): Promise<{ readonly againInMs: number } | null>;
};

/** Work that comes back: one process of all runs it, and the next turn begins `everyMs` after the end of this one. */
export type Recurring = {
  readonly name: string;
  readonly everyMs: number;
  run(traceId: string): Promise<unknown>;
};
