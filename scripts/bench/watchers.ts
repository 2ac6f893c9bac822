import path from "node:path";
import { startChild } from "../child.ts";

export type Watched = { readonly token: string; readonly orderId: string; readonly version: number };
/** Which version of which order arrived when, epoch ms. */
export type Receipt = readonly [orderId: string, version: number, at: number];
export type Commit = { readonly orderId: string; readonly version: number; readonly at: number };

export type Watchers = {
  /** Everybody's page is open and followed. */
  open(port: number, watched: readonly Watched[]): Promise<void>;
  receipts(): Promise<Receipt[]>;
  stop(): Promise<void>;
};

/**
 * From commit to receipt, ms, for each change. A later version stands for an earlier one: who has it has seen both. `missing` are
 * changes that nobody received.
 */
export function delays(
  commits: readonly Commit[],
  receipts: readonly Receipt[],
): { ms: number[]; missing: number } {
  const seen = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const of = seen.get(receipt[0]);
    if (of) of.push(receipt);
    else seen.set(receipt[0], [receipt]);
  }
  const ms: number[] = [];
  let missing = 0;
  for (const { orderId, version, at } of commits) {
    const times = (seen.get(orderId) ?? []).flatMap(([, has, when]) => (has >= version ? [when] : []));
    if (times.length === 0) missing += 1;
    else ms.push(Math.max(0, Math.min(...times) - at));
  }
  return { ms, missing };
}

/** Starts the process that holds the open pages. */
export async function startWatchers(onDeath: (what: string) => void): Promise<Watchers> {
  const child = await startChild<object>(path.join(import.meta.dirname, "watchers-process.ts"), process.env, {
    exit: (code) => onDeath(`the watchers stopped with ${code}`),
  });
  type Said = { opened?: true; receipts?: Receipt[]; failed?: string };
  const ask = (message: object | string) =>
    new Promise<Said>((resolve, reject) => {
      child.process.once("message", (said: Said) =>
        said.failed === undefined ? resolve(said) : reject(new Error(said.failed)),
      );
      child.process.send(message);
    });
  return {
    async open(port, watched) {
      await ask({ port, watched });
    },
    receipts: async () => (await ask("collect")).receipts ?? [],
    stop: child.stop,
  };
}
