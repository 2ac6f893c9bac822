import type { AccountId, CampusId, DifferenceId, Fen, Result } from "@sanqi/kernel";
import type {
  Bill,
  BillError,
  BillProblem,
  BillRow,
  Channel,
  DatedDifference,
  DifferenceCommand,
  DifferenceState,
  OwnRow,
} from "../domain/index.ts";

/** One platform's daily bills. */
export type PlatformBills = {
  readonly channel: Channel;
  /** @param day in China, "2026-11-22"; a day without any movement is a bill without rows */
  fetch(day: string): Promise<Result<Bill, BillError>>;
};

/** Our own books of payments and refunds; owned here, answered by payments. */
export type OwnMoney = {
  /** Money that moved from `from` (epoch ms) until before `to`. */
  settledBetween(
    campusId: CampusId,
    period: { channel: Channel; from: number; to: number },
  ): Promise<OwnRow[]>;
  /** Everything that we know by these numbers, in whatever state. */
  named(
    campusId: CampusId,
    names: { channel: Channel; paymentIds: readonly string[]; refundIds: readonly string[] },
  ): Promise<OwnRow[]>;
  /** Which of these payments belong to another campus on the same merchant account. */
  ofOthers(campusId: CampusId, paymentIds: readonly string[]): Promise<string[]>;
};

/** Where our own books contradict each other. */
export type OwnBooks = {
  /** @param now epoch ms; what is on its way at this moment is left out */
  contradictions(campusId: CampusId, now: number): Promise<DatedDifference[]>;
};

/** Asks a platform about one movement of money, and takes its answer into our books by the usual rules. */
export type PlatformQuestions = {
  ask(subject: {
    campusId: CampusId;
    channel: Channel;
    paymentId: string;
    refundId: string | null;
    traceId: string;
  }): Promise<{ readonly said: string; readonly amountFen: Fen | null }>;
};

/**
 * The ledger's part: what platforms kept of a day. Posted once for each number of a day and channel, however often it is
 * told: number 0 is what the bill said first, later ones are what a bill that was read again says otherwise.
 */
export type ChannelFees = {
  post(bill: {
    campusId: CampusId;
    channel: Channel;
    day: string;
    no: number;
    feeFen: Fen;
    traceId: string;
  }): Promise<void>;
};

/** A channel's bill of a day against our books; channel "own", day null: our own books of every day against each other. */
export type ComparedPlace = {
  readonly campusId: CampusId;
  readonly channel: Channel | "own";
  readonly day: string | null;
};

/** `today`: what cannot be looked at any more on that day stays as it is. */
export type FoundDifferences = {
  readonly differences: readonly DatedDifference[];
  readonly waiting: number;
  readonly today: string;
  readonly now: number;
  readonly traceId: string;
};

/** Things that an operator must see. */
export type Alarms = {
  raise(kind: "billDiffers" | "billNotRead" | "booksDrift", fields: Record<string, unknown>): void;
};

export type RunKey = { readonly campusId: CampusId; readonly channel: Channel; readonly day: string };

export type BillRun = RunKey & {
  /** `waiting`: there is no bill yet, or none that could be read. */
  readonly state: "waiting" | "compared";
  readonly tried: number;
  readonly nextAt: number | null;
  /** Why the last attempt gave no bill. */
  readonly problem: BillProblem | null;
  readonly detail: string | null;
  readonly readAt: number | null;
  readonly payments: number;
  readonly paymentsFen: Fen;
  readonly refunds: number;
  readonly refundsFen: Fen;
  readonly feeFen: Fen;
  readonly feesPostedAt: number | null;
  /** Our money just before midnight that the next bill may still have. */
  readonly waitingCount: number;
  /** Cases of this bill that are still open. */
  readonly openCount: number;
};

export type DifferenceCase = DatedDifference & {
  readonly campusId: CampusId;
  readonly differenceId: DifferenceId;
  readonly channel: Channel | "own";
  readonly state: DifferenceState;
  readonly openedAt: number;
  readonly changedAt: number;
};

export type CaseStep = {
  readonly command: DifferenceCommand | "open" | "ask";
  readonly fromState: DifferenceState | null;
  readonly toState: DifferenceState;
  readonly actorId: AccountId | null;
  readonly actorName: string;
  readonly reason: string;
  readonly at: number;
};

export type Actor = { readonly accountId: AccountId | null; readonly name: string; readonly traceId: string };

export type ReconciliationStore = {
  lastPlanned(campusId: CampusId, channel: Channel): Promise<string | null>;
  /** Days that are planned already are left as they are. */
  plan(keys: readonly RunKey[], nextAt: number): Promise<void>;
  /** The runs that are due; each is given to one caller, and comes again at `againAt` unless it ends before. */
  claim(campusId: CampusId, due: { now: number; againAt: number }): Promise<BillRun[]>;
  /** @returns how often this bill has been tried */
  postpone(
    key: RunKey,
    attempt: { problem: BillProblem; detail: string | null; nextAt: number },
  ): Promise<number>;
  /** Takes the place of whatever was read of that day before. */
  keepLines(key: RunKey, rows: readonly BillRow[], now: number): Promise<void>;
  lines(key: RunKey): Promise<BillRow[]>;
  /** Lines of the channel's other days that name these payments. */
  linesOfOtherDays(key: RunKey, paymentIds: readonly string[]): Promise<BillRow[]>;
  isCompared(key: RunKey): Promise<boolean>;
  /**
   * Lets nobody else, in any process, compare these books while `work` reads and records: what was read last is recorded
   * last. `record` makes their cases agree with what was found, all or nothing, and returns the differences that were not
   * open before. Not to be called from within `work`.
   */
  alone<T>(
    place: ComparedPlace,
    work: (record: (found: FoundDifferences) => Promise<DatedDifference[]>) => Promise<T>,
  ): Promise<T>;
  /**
   * What the ledger lacks of a compared bill's fees; null: nothing. Until `feesPosted` it is the same answer, whatever the
   * bill says meanwhile, and the run is due again at `againAt`.
   */
  feesToPost(key: RunKey, againAt: number): Promise<{ readonly no: number; readonly feeFen: Fen } | null>;
  feesPosted(key: RunKey, posted: { no: number; now: number }): Promise<void>;
  runs(campusId: CampusId, limit: number): Promise<BillRun[]>;
  run(key: RunKey): Promise<BillRun | null>;
  cases(campusId: CampusId, wanted: { open: boolean; limit: number }): Promise<DifferenceCase[]>;
  caseOf(
    campusId: CampusId,
    differenceId: DifferenceId,
  ): Promise<{ case: DifferenceCase; steps: CaseStep[] } | null>;
  /** Changes an open case; false where it is not open any more. */
  change(
    campusId: CampusId,
    differenceId: DifferenceId,
    step: { command: DifferenceCommand | "ask"; reason: string; by: Actor; now: number },
  ): Promise<boolean>;
};
