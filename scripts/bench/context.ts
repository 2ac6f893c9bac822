import type { CampusId } from "@sanqi/kernel";
import { readDemo } from "../../apps/bff/src/seed/demo-content.ts";
import { type Counts, countsText } from "./answers.ts";
import { quotedCarts } from "./carts.ts";
import { inviteGuests } from "./guests.ts";
import { type Generator, startGenerator } from "./load.ts";
import type { LoopResult } from "./loops.ts";
import { type Cost, startCounting } from "./process-cost.ts";
import { newestProfile } from "./profile.ts";
import type { BenchCart } from "./requests.ts";
import { readTooMuch, rowsRead } from "./rows-read.ts";
import { fillShelves } from "./shelves.ts";
import type { Size } from "./size.ts";
import { type BenchStage, type Bff, openStage } from "./stage.ts";

export type Bench = {
  readonly stage: BenchStage;
  readonly campusId: CampusId;
  readonly size: Size;
  readonly generator: Generator;
  /** Paths that the mini-program calls. */
  readonly placePath: string;
  readonly carts: readonly BenchCart[];
  /** So many guests who have never ordered; the number of the first. */
  newGuests(count: number): Promise<number>;
  /** Runs `work` on a BFF of these settings, and on no other at the same time. */
  onBff<T>(settings: Readonly<Record<string, string>>, work: (bff: Bff) => Promise<T>): Promise<T>;
  /** Waits until relay and consumers have nothing left to do, so that one measurement does not pay for the one before. */
  settled(): Promise<void>;
  /** A second database with the same rows; answers its address. */
  copyDatabase(name: string): Promise<string>;
  say(line: string): void;
  close(): Promise<void>;
};

export const inTransactionsOfTheirOwn = { SANQI_ORDER_GROUP: "1" };

/** Starts everything but the BFF under measurement, and seeds the demo campus. */
export async function openBench(how: {
  size: Size;
  placePath: string;
  /** A folder for CPU profiles of each BFF; it costs some speed. */
  profileInto?: string;
  say: (line: string) => void;
  onDeath: (what: string) => void;
}): Promise<Bench> {
  const { size, placePath, say, onDeath, profileInto } = how;
  const stage = await openStage(onDeath);
  try {
    const generator = await startGenerator(onDeath);
    const { campusId } = readDemo().ids;
    let next = 0;
    const newGuests = async (count: number) => {
      const from = next;
      next += count;
      await inviteGuests(stage.sql, campusId, { from, count, now: stage.now() });
      return from;
    };
    let kept: { name: string; bff: Bff } | null = null;
    const stopKept = async () => {
      if (!kept) return;
      await kept.bff.stop();
      kept = null;
      if (profileInto) say(newestProfile(profileInto));
    };
    const profiling: Record<string, string> = profileInto
      ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileInto}` }
      : {};
    const onBff: Bench["onBff"] = async (settings, work) => {
      const name = JSON.stringify(settings);
      if (kept?.name !== name) {
        await stopKept();
        kept = { name, bff: await stage.startBff({ ...profiling, ...settings }) };
      }
      try {
        return await work(kept.bff);
      } finally {
        if (size.freshBff) await stopKept();
      }
    };
    const carts = await onBff({}, async (bff) => {
      const guest = await newGuests(1);
      await fillShelves(stage.sql, campusId, stage.now());
      return quotedCarts(bff.port, guest);
    });
    return {
      ...{ stage, campusId, size, generator, placePath, carts, newGuests, onBff, say },
      async settled() {
        for (let tries = 0; tries < 600; tries += 1) {
          const [row] = await stage.sql<{ n: number }[]>`
            select (select count(*) from outbox where not published)::int
              + (select count(*) from inbox where state = 'waiting')::int as n`;
          if (row?.n === 0) break;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
        await stage.sql`checkpoint`;
      },
      async copyDatabase(name) {
        await stopKept();
        return stage.copyDatabase(name);
      },
      async close() {
        await stopKept();
        await generator.stop();
        await stage.stop();
      },
    };
  } catch (error) {
    await stage.stop();
    throw error;
  }
}

/** The closed loop of orders by guests who have never ordered, with what it cost the machine. */
export async function loadOrders(
  bench: Bench,
  bff: Bff,
  how: {
    carts?: readonly BenchCart[];
    most?: number;
    seconds?: number;
    warmSeconds?: number;
    connections?: number;
    /** Absent: as many as may be needed are invited. */
    firstGuest?: number;
  } = {},
): Promise<{ result: LoopResult; cost: Cost; firstGuest: number; read: string }> {
  const { size, stage, generator, campusId, placePath } = bench;
  const seconds = how.seconds ?? size.seconds;
  const warmSeconds = how.warmSeconds ?? size.warmSeconds;
  const most = how.most ?? Math.ceil((seconds + warmSeconds) * 6_000);
  const firstGuest = how.firstGuest ?? (await bench.newGuests(most));
  await stage.sql`analyze account, session`;
  const before = await rowsRead(stage.sql);
  const tell = startCounting({ bff: bff.pid, postgres: stage.postgresPid, generator: generator.pid });
  const result = await generator.run("orders", {
    target: { port: bff.port, path: placePath, campusId },
    carts: how.carts ?? bench.carts,
    firstGuest,
    plan: {
      ...{ port: bff.port, connections: how.connections ?? size.connections, warmSeconds, seconds, most },
      reads: false,
    },
  });
  const cost = tell();
  return { result, cost, firstGuest, read: readTooMuch(before, await rowsRead(stage.sql), result.used) };
}

export const perSecond = (result: LoopResult): number => result.ok / result.seconds;

const onlyOk = (codes: Counts) => Object.keys(codes).every((word) => word === "ok");
/** Throws where anything but orders came back: a number made of refusals says nothing. */
export function mustBeOk(what: string, { codes, ok }: LoopResult): void {
  if (ok === 0 || !onlyOk(codes)) throw new Error(`${what}: ${countsText(codes) || "no answer"}`);
}

/** Where the time goes: processor ms of each process for one request. */
export const costText = (cost: Cost, requests: number): string => {
  const each = (ms: number) => (ms / Math.max(1, requests)).toFixed(3);
  return `CPU ms each: BFF ${each(cost.bffMs)}, PostgreSQL ${each(cost.postgresMs)}, generator ${each(cost.generatorMs)}`;
};
export const loopText = (result: LoopResult): string =>
  `${perSecond(result).toFixed(0)}/s, p50 ${result.p50.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms`;
