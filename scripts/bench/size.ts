/** How large a benchmark is; every part reads what concerns it. */
export type Size = {
  readonly runs: number;
  readonly seconds: number;
  readonly warmSeconds: number;
  readonly connections: number;
  /** With how many clients pgbench is tried. */
  readonly rawClients: readonly number[];
  /** Orders that arrive at once. */
  readonly flood: number;
  /** Live connections of each of three hosts, and changes a second. */
  readonly clients: number;
  readonly changes: number;
  /** Orders in flight for the kitchens, and payments a second. */
  readonly inFlight: number;
  readonly payments: number;
  /** Old orders for the comparison with an empty database. */
  readonly old: number;
  /** Each measurement gets a BFF that has done nothing before. */
  readonly freshBff: boolean;
};

/** The smallest that runs through everything. */
export const quick: Size = {
  ...{ runs: 1, seconds: 1, warmSeconds: 0, connections: 4 },
  ...{ flood: 40, clients: 4, changes: 20, inFlight: 6, payments: 10, old: 300 },
  rawClients: [4],
  freshBff: false,
};

export type Wished = Pick<Size, "runs" | "seconds" | "flood" | "clients" | "inFlight" | "old">;

/** Connections, changes and payments a second are those for which the aims were set. */
export const sizeOf = (wished: Wished): Size => ({
  ...wished,
  ...{
    warmSeconds: 3,
    connections: 64,
    changes: 300,
    payments: 100,
    rawClients: [8, 16, 32],
    freshBff: true,
  },
});
