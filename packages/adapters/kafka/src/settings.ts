export type KafkaSettings = {
  /** `host:port` of some of the brokers; they name the others. */
  readonly brokers: readonly string[];
  readonly topic: string;
  /** Only for the topic's first making; later changes would part an order's events. */
  readonly partitions?: number;
};

export type KafkaReports = {
  /** The broker did not answer, or refused; the bus goes on trying. */
  readonly onTrouble: (error: unknown, doing: string) => void;
  /** A message that is none of ours was passed over. */
  readonly onForeign: (message: { partition: number; offset: string; reason: string }) => void;
};

/** What every connection is made with. A broker that hangs holds up the relay no longer than the time-outs say. */
export const connectionOf = ({ brokers }: KafkaSettings) => ({
  clientId: "sanqi",
  bootstrapBrokers: [...brokers],
  connectTimeout: 2_000,
  timeout: 5_000,
  retries: 2,
  retryDelay: 200,
});

/** Resolves or fails with the work, and fails when it takes longer than `ms`. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
