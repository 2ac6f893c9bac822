import type { CampusId, DifferenceId, Result, Words } from "@sanqi/kernel";
import type { Channel, ProposedFix, ReconciliationError } from "../domain/index.ts";
import type { Actor, BillRun, CaseStep, DifferenceCase } from "./ports.ts";

type Outcome<T> = Promise<Result<T, ReconciliationError>>;
/** `words`: what it is; `fix`: what to do about it. */
export type DifferenceView = DifferenceCase & { readonly words: Words; readonly fix: ProposedFix };
/** `problemWords`: why there is no bill yet. */
export type BillRunView = BillRun & { readonly problemWords: Words | null };
export type DifferenceDetail = DifferenceView & { readonly steps: readonly CaseStep[] };

export type ReconciliationUseCases = {
  /** Reads a day's bill again and compares it, now; one channel, or all. */
  reconcile(request: {
    campusId: CampusId;
    day: string;
    channel: Channel | null;
    traceId: string;
  }): Outcome<BillRunView[]>;
  /** The newest days first. */
  billRuns(campusId: CampusId, limit: number): Promise<BillRunView[]>;
  differences(campusId: CampusId, wanted: { open: boolean; limit: number }): Promise<DifferenceView[]>;
  difference(campusId: CampusId, differenceId: DifferenceId): Outcome<DifferenceDetail>;
  /** A person closes a case. */
  close(request: {
    campusId: CampusId;
    differenceId: DifferenceId;
    as: "accept" | "explain" | "fix";
    reason: string;
    by: Actor;
  }): Outcome<DifferenceDetail>;
  /** Runs the proposed fix where that is safe, and looks whether the difference has gone. */
  runFix(request: { campusId: CampusId; differenceId: DifferenceId; by: Actor }): Outcome<DifferenceDetail>;
};

/** For timers; no router offers it. */
export type ReconciliationWork = {
  /** Plans and reads the bills that are due; returns how many were tried. */
  readDueBills(campusId: CampusId, traceId: string): Promise<number>;
  /** Compares our own books with each other; returns how many contradictions there are. */
  checkOwnBooks(campusId: CampusId, traceId: string): Promise<number>;
};
