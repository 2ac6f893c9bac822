import type { AccountId, CampusId, Fen, OrderId, PaymentId, PayoutId, ShopId } from "@sanqi/kernel";
import type {
  AccountEntry,
  AccountName,
  AppliedTerms,
  CampusTerms,
  OrderFacts,
  Payout,
  PayoutState,
  Period,
  Posting,
  ShopTerms,
} from "../domain/index.ts";

export const factSources = ["payment", "refund", "share"] as const;
export type FactSource = (typeof factSources)[number];
/** A payment that was paid, a refund or a share, with the keys of the postings that it calls for by now. */
export type DueFact = {
  readonly id: string;
  readonly orderId: OrderId;
  /** When it last moved money, epoch ms. */
  readonly at: number;
  readonly keys: readonly string[];
  /** More may follow of itself: its order is on its way, or the platform has not said the last word. */
  readonly open: boolean;
};

/** What is true of orders and their money; owned here, answered by orders and payments, within the same transaction. */
export type MoneyFacts = {
  of(campusId: CampusId, orderId: OrderId): Promise<OrderFacts>;
  /** What the books must have of each payment, refund or share, in the order of their ids, those after `after`. */
  due(campusId: CampusId, page: { source: FactSource; after: string; limit: number }): Promise<DueFact[]>;
  /** Payments of which a platform may still hand parts on itself: what they brought waits for that before it is paid out. */
  beingShared(campusId: CampusId): Promise<PaymentId[]>;
};

export type PostingRecords = {
  /** Until the transaction ends, nobody else posts for this order. */
  lockOrder(campusId: CampusId, orderId: OrderId): Promise<void>;
  /** All postings of an order, oldest first. */
  ofOrder(campusId: CampusId, orderId: OrderId): Promise<Posting[]>;
  /** Books postings whose keys are new; the others are left alone. Returns how many were new. */
  add(
    campusId: CampusId,
    postings: readonly Posting[],
    booked: { at: number; traceId: string },
  ): Promise<number>;
  /** Those of the keys that are not booked. */
  missingKeys(campusId: CampusId, keys: readonly string[]): Promise<string[]>;
  /** The id up to which everything of a source is over and has been looked at; "": nothing yet. */
  lookedThrough(campusId: CampusId, source: FactSource): Promise<string>;
  /** Never goes back, whoever else looks at the same time. */
  saveLookedThrough(campusId: CampusId, source: FactSource, upTo: string): Promise<void>;
  /** What an account owes: credits less debits, of all entries; `before`: of those booked earlier; `without` these payments. */
  owed(
    campusId: CampusId,
    account: AccountName,
    of?: { before?: number; without?: readonly PaymentId[] },
  ): Promise<Fen>;
  /** Balances of all accounts that have entries, debits positive. */
  balances(campusId: CampusId): Promise<{ account: AccountName; balanceFen: Fen }[]>;
  /** An account over a period, as of one moment. */
  period(
    campusId: CampusId,
    wanted: { account: AccountName; from: number; to: number },
  ): Promise<{ openingFen: Fen; closingFen: Fen; entries: AccountEntry[] }>;
};

export type TermsChange<T> = { readonly terms: T; readonly validFrom: number };
/** As it was set, by whom and when. */
export type AgreedTerms<T> = TermsChange<T> & Omit<SetTerms, "traceId">;
export type SetTerms = { readonly by: AccountId; readonly at: number; readonly traceId: string };
export type TermsRecords = {
  termsOf(campusId: CampusId, shopId: ShopId, at: number): Promise<AppliedTerms>;
  campusTerms(campusId: CampusId, at: number): Promise<CampusTerms>;
  /** Everything that was ever agreed, newest first; of the same moment, the first one counts. */
  allTerms(campusId: CampusId): Promise<{
    campus: AgreedTerms<CampusTerms>[];
    shops: (AgreedTerms<ShopTerms> & { shopId: ShopId })[];
  }>;
  setCampusTerms(campusId: CampusId, change: TermsChange<CampusTerms>, by: SetTerms): Promise<void>;
  setShopTerms(
    campusId: CampusId,
    change: TermsChange<ShopTerms> & { shopId: ShopId },
    by: SetTerms,
  ): Promise<void>;
};

export type PayoutStep = { readonly by: string; readonly note: string; readonly traceId: string };
export type PayoutRecords = {
  /** Until the transaction ends, nobody else pays this account out. */
  lockPayee(campusId: CampusId, payee: AccountName): Promise<void>;
  /** Shops and riders who were owed at least `minimumFen` before the end of the period and have no pay-out of it. */
  payees(campusId: CampusId, period: Period, minimumFen: Fen): Promise<AccountName[]>;
  /** False where the payee has a pay-out of this period already. */
  insertPayout(campusId: CampusId, payout: Payout, step: PayoutStep): Promise<boolean>;
  /** Locked until the transaction ends. */
  lockPayout(campusId: CampusId, payoutId: PayoutId): Promise<Payout | null>;
  savePayout(campusId: CampusId, payout: Payout, step: PayoutStep & { from: PayoutState }): Promise<void>;
  payouts(campusId: CampusId, wanted: { state: PayoutState | null; limit: number }): Promise<Payout[]>;
  periodFinished(campusId: CampusId, period: string): Promise<boolean>;
  finishPeriod(campusId: CampusId, period: string, at: number): Promise<void>;
};

export type LedgerRecords = PostingRecords & TermsRecords & PayoutRecords;
export type LedgerStore = LedgerRecords & {
  readonly facts: MoneyFacts;
  inTransaction<T>(work: (records: LedgerRecords, facts: MoneyFacts) => Promise<T>): Promise<T>;
};
