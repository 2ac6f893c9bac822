import { type ChildProcess, fork } from "node:child_process";
import { openSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { dieAtVariable } from "@sanqi/resilience";
import type { Random } from "../rush/random.ts";
import type { Arming, KillPlan, Place } from "./kill-plan.ts";

export type Member = { readonly name: string; readonly role: "web" | "worker"; readonly port: number };
type Life = {
  readonly child: ChildProcess;
  readonly arming: Arming | null;
  /** performance.now(); null: it does not serve yet. */
  readyAt: number | null;
  killed: boolean;
};

/** The product's processes. One that dies is started again at once, as a supervisor does. */
export type Processes = {
  /** Kills one that has served for as long as a start takes, at random; false where none has. */
  killOne(random: Random): boolean;
  tell(message: object): void;
  /** From now on processes are armed so. Those that are armed otherwise, or should be armed and are not, are replaced. */
  arm(places: Places): void;
  allReady(): Promise<void>;
  stop(): Promise<void>;
  readonly kills: number;
  /** Processes that ended without having been killed, in words. */
  readonly fallen: readonly string[];
};

/** Where processes of a role die; a role that is missing is left in peace. */
export type Places = Readonly<Partial<Record<Member["role"], Place>>>;

const program = path.join(import.meta.dirname, "bff-process.ts");
/** A start that fails (the database was cut off just then) is tried again after this. */
const restMs = 300;
/** After so many starts in a row nobody believes in the next one. */
const mostStarts = 40;

export function startProcesses(
  members: readonly Member[],
  how: {
    readonly env: (member: Member) => NodeJS.ProcessEnv;
    readonly bus: "postgres" | "kafka";
    readonly plan: KillPlan;
    readonly folder: string;
    readonly places: Places;
  },
): Processes {
  const lives = new Map<Member, Life>();
  const fallen: string[] = [];
  let kills = 0;
  let longestStartMs = 0;
  let stopping = false;
  let places = how.places;

  async function keepAlive(member: Member): Promise<void> {
    const log = openSync(path.join(how.folder, `${member.name}.log`), "a");
    for (let starts = 1; !stopping && starts <= mostStarts; starts += 1) {
      const place = places[member.role];
      const arming = place ? how.plan.next(place, how.bus) : null;
      const env = how.env(member);
      if (arming) env[dieAtVariable] = `${arming.boundary}:${arming.times}`;
      const child = fork(program, [], { env, detached: true, stdio: ["ignore", log, log, "ipc"] });
      const life: Life = { child, arming, readyAt: null, killed: false };
      const startedAt = performance.now();
      lives.set(member, life);
      child.on("message", (message: { ready?: unknown }) => {
        if (!message.ready) return;
        life.readyAt = performance.now();
        longestStartMs = Math.max(longestStartMs, life.readyAt - startedAt);
        starts = 0;
      });
      const end = await new Promise<string>((resolve) =>
        child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`)),
      );
      lives.delete(member);
      if (life.killed || end !== "SIGKILL" || !arming) {
        if (arming) how.plan.giveBack(arming);
        if (!life.killed && !stopping) {
          if (life.readyAt !== null) fallen.push(`${member.name} ended with ${end}`);
          await pause(restMs);
        }
      } else {
        kills += 1;
        how.plan.hit(arming);
      }
    }
    if (!stopping) fallen.push(`${member.name} did not start any more`);
  }

  const end = (life: Life) => {
    life.killed = true;
    return life.child.kill("SIGKILL");
  };
  const running = members.map(keepAlive);
  return {
    killOne(random) {
      // On a slow machine, too, a process does something before it dies, and may reach what it is armed for.
      const served = ({ readyAt }: Life) => readyAt !== null && performance.now() - readyAt > longestStartMs;
      const serving = [...lives.values()].filter((life) => served(life) && !life.killed);
      if (serving.length === 0 || !end(random.pick(serving))) return false;
      kills += 1;
      return true;
    },
    tell(message) {
      // One that died a moment ago hears nothing; it reads the newest when it starts again.
      for (const { child } of lives.values()) if (child.connected) child.send(message, () => undefined);
    },
    arm(next) {
      places = next;
      for (const [{ role }, life] of lives) if (life.arming || next[role]) end(life);
    },
    async allReady() {
      const late = performance.now() + 60_000;
      while (lives.size < members.length || [...lives.values()].some((life) => life.readyAt === null)) {
        if (performance.now() > late) throw new Error(`not all processes started, see ${how.folder}`);
        await pause(50);
      }
    },
    async stop() {
      stopping = true;
      for (const life of lives.values()) end(life);
      await Promise.all(running);
    },
    get kills() {
      return kills;
    },
    fallen,
  };
}
