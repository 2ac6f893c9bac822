import type { Random } from "../rush/random.ts";
import type { KillPlan } from "./kill-plan.ts";
import type { Memory } from "./memory.ts";
import type { Processes } from "./processes.ts";
import type { System } from "./system.ts";
import type { Town } from "./town.ts";

export type Run = {
  readonly system: System;
  readonly plan: KillPlan;
  readonly memory: Memory;
  readonly campusId: string;
  /** The run's beginning by the product's clock. */
  readonly since: number;
  readonly seed: number;
  say(line: string): void;
};
export type Round = {
  readonly run: Run;
  readonly no: number;
  readonly processes: Processes;
  readonly town: Town;
  readonly random: Random;
};
