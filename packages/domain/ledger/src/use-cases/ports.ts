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

/** What is true of orders and their money; owned here, answered by orders and payments, within the same transaction. */
export type MoneyFacts = {
  of(campusId: CampusId, orderId: OrderId): Promise<OrderFacts>;
  /** Payments that were ever paid, in the order of their ids, those after `after`. */
  paid(
    campusId: CampusId,
    page: { after: string; limit: number },
  ): Promise<{ paymentId: PaymentId; orderId: OrderId }[]>;
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
export type SetTerms = { readonly by: AccountId; readonly at: number; readonly traceId: string };
export type TermsRecords = {
  termsOf(campusId: CampusId, shopId: ShopId, at: number): Promise<AppliedTerms>;
  campusTerms(campusId: CampusId, at: number): Promise<CampusTerms>;
  /** Everything that was ever agreed, newest first. */
  allTerms(campusId: CampusId): Promise<{
    campus: TermsChange<CampusTerms>[];
    shops: (TermsChange<ShopTerms> & { shopId: ShopId })[];
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
