import { setTimeout as pause } from "node:timers/promises";
import { type Random, seededRandom } from "../rush/random.ts";
import { afterHours, openShares } from "./after-hours.ts";
import { type Judged, judge, readSandbox } from "./check/check.ts";
import { healPlatforms, type Outage, outages, pressAt, troublePlatforms } from "./outages.ts";
import type { Round, Run } from "./parts.ts";
import { passTime } from "./pass-time.ts";
import { startProcesses } from "./processes.ts";
import { openCounters } from "./staff.ts";
import { beStudent } from "./students.ts";
import type { System } from "./system.ts";
import { openTown, type Town } from "./town.ts";

export type Played = Judged & { readonly kills: number; readonly fallen: readonly string[] };

const students = 10;
/** A rush ends when so many processes have died in it, but neither so soon nor so late. */
const rush = { kills: 24, leastMs: 8_000, mostMs: 60_000 };
const killEveryMs = [700, 1_800] as const;
/** Time for everything to come to rest once processes, platforms and services are well again. */
const settleMs = { beforeNight: 12_000, atLast: 60_000 };
/** While it comes to rest, the clock runs faster than real time: leases and waits are as long as in the product. */
const fasterMs = 3_000;
const lookEveryMs = 250;

/**
 * One day: a rush in which processes die and everything around them fails, the night and the days after, in which bills are read
 * and money is shared, and the judgement. Rounds take turns with the two buses; on Kafka's second turn the broker dies as well.
 */
export async function playRound(run: Run, no: number): Promise<Played> {
  const { system, plan } = run;
  const bus = no % 2 === 1 ? "kafka" : "postgres";
  const random = seededRandom(run.seed * 1_000 + no);
  const processes = startProcesses(system.members, {
    ...{ bus, plan, folder: system.folder },
    env: (member) => system.env(member, bus),
    places: no === 1 ? {} : { web: "web", worker: "worker" },
  });
  try {
    await healPlatforms(system.sandboxUrl);
    const round = { run, no, processes, random, town: await open(run, random) };
    if (no === 1) {
      await openShares(round);
      processes.arm({ web: "web", worker: "worker" });
    }
    await playRush(round, bus);
    await calm(round);
    await settle(round, settleMs.beforeNight);
    await afterHours(round);
    await calm(round);
    const judged = await settle(round, settleMs.atLast);
    round.town.close();
    return { ...judged, kills: processes.kills, fallen: processes.fallen };
  } finally {
    await processes.stop();
  }
}

const urlsOf = ({ members }: System) =>
  members.filter(({ role }) => role === "web").map(({ port }) => `http://127.0.0.1:${port}`);

const open = ({ system, memory }: Pick<Run, "system" | "memory">, random: Random): Promise<Town> =>
  openTown({ urls: urlsOf(system), sandboxUrl: system.sandboxUrl }, { random, memory });

async function playRush(round: Round, bus: "postgres" | "kafka"): Promise<void> {
  const { run, no, random, processes } = round;
  const { system } = run;
  const people = await open(run, random);
  const press = pressAt(system.sandboxUrl);
  void openCounters(people);
  for (let n = 1; n <= students; n += 1) void beStudent(people, `${no}-${n}`, press);
  const ending = new AbortController();
  const over = ending.signal;
  const rest = (ms: number) => pause(ms, undefined, { signal: over }).catch(() => undefined);
  const killer = async () => {
    const start = performance.now();
    for (let passed = 0; passed < rush.mostMs; passed = performance.now() - start) {
      await rest(random.within(killEveryMs));
      processes.killOne(random);
      if (processes.kills >= rush.kills && passed > rush.leastMs) break;
    }
    ending.abort();
  };
  const withKafka = bus === "kafka" && no > 1;
  const planned: Outage[] = random.shuffled([
    "databaseCut",
    "redis",
    ...(withKafka ? (["kafka"] as const) : []),
  ]);
  const trouble = async () => {
    for (const outage of planned) {
      await rest(random.within([1_000, 4_000]));
      await outages[outage](system);
    }
  };
  await Promise.all([killer(), trouble(), troublePlatforms(system.sandboxUrl, random, over)]);
  people.close();
}

/** Nobody dies any more, and everything around is well. */
async function calm({ processes, run }: Round): Promise<void> {
  processes.arm({});
  await healPlatforms(run.system.sandboxUrl);
  await processes.allReady();
}

/** Looks again and again, while the clock runs fast, until nothing is found or the time is over. The last look stands. */
async function settle(round: Round, withinMs: number): Promise<Judged> {
  const { system, campusId, since, memory } = round.run;
  const end = performance.now() + withinMs;
  for (;;) {
    await passTime(round, fasterMs);
    await pause(lookEveryMs);
    const now = system.now();
    const judged = await judge({
      ...{ sql: system.sql, campusId, since, now, memory },
      sandbox: await readSandbox(system.sandboxUrl),
    });
    if (judged.findings.length === 0 || performance.now() > end) return judged;
  }
}
