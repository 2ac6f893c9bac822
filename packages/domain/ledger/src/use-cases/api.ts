import type { AccountId, CampusId, Fen, OrderId, PayoutId, Result, ShopId } from "@sanqi/kernel";
import type {
  AccountName,
  CampusTerms,
  ChartKind,
  Entry,
  LedgerError,
  Payout,
  PayoutCommand,
  PayoutState,
  Posting,
  ShopTerms,
  Statement,
  Transfer,
} from "../domain/index.ts";
import type { AgreedTerms, TermsChange } from "./ports.ts";

/** An operator, as the account behind a change. */
export type LedgerOperator = {
  readonly campusId: CampusId;
  readonly accountId: AccountId;
  readonly traceId: string;
};

export type LedgerView = {
  /** Balances by kind of account in the order of the chart; debits positive. They sum to 0. */
  readonly kinds: readonly {
    readonly kind: ChartKind;
    readonly zh: string;
    readonly en: string;
    readonly balanceFen: Fen;
  }[];
  /** What every shop and rider is owed; below 0 where they owe. */
  readonly payees: readonly { readonly account: AccountName; readonly owedFen: Fen }[];
};

/** One posting of an order as people read it; its entries sum to 0, debits positive. */
export type OrderPosting = Pick<Posting, "kind" | "key" | "occurredAt"> & {
  readonly entries: readonly (Entry & { readonly zh: string; readonly en: string })[];
};

export type LedgerUseCases = {
  /** What was booked for an order, oldest first. */
  orderPostings(campusId: CampusId, orderId: OrderId): Promise<OrderPosting[]>;
  ledger(campusId: CampusId): Promise<LedgerView>;
  /** @param period epoch ms, `to` excluded */
  statement(
    campusId: CampusId,
    period: { account: AccountName; from: number; to: number },
  ): Promise<Statement>;
  /** `booked` false: this reference is in the books already, and stays as it is. */
  recordTransfer(by: LedgerOperator, transfer: Transfer): Promise<{ booked: boolean }>;
  terms(campusId: CampusId): Promise<{
    /** What holds now; the founding terms where nothing was agreed. */
    now: CampusTerms;
    /** Everything that was ever agreed, newest first; of the same moment, the first one counts. */
    campus: AgreedTerms<CampusTerms>[];
    shops: (AgreedTerms<ShopTerms> & { shopId: ShopId })[];
  }>;
  /** @param validFrom epoch ms; null: at once */
  setCampusTerms(
    by: LedgerOperator,
    change: { terms: CampusTerms; validFrom: number | null },
  ): Promise<Result<TermsChange<CampusTerms>, LedgerError>>;
  setShopTerms(
    by: LedgerOperator,
    change: { shopId: ShopId; terms: ShopTerms; validFrom: number | null },
  ): Promise<Result<TermsChange<ShopTerms>, LedgerError>>;
  payouts(campusId: CampusId, wanted: { state: PayoutState | null; limit: number }): Promise<Payout[]>;
  /** Of the last whole period; whoever has one already is left out. Returns how many were prepared. */
  preparePayouts(by: LedgerOperator): Promise<{ period: string; prepared: number }>;
  changePayout(
    by: LedgerOperator,
    change: { payoutId: PayoutId; command: PayoutCommand; note: string },
  ): Promise<Result<Payout, LedgerError>>;
};
