import {
  type AccountId,
  type Fen,
  fen,
  type OrderId,
  type PaymentId,
  type PayoutId,
  type RefundId,
} from "@sanqi/kernel";
import type { AccountName, Item } from "./accounts.ts";
import type { EarnedLine, RefundPart } from "./facts.ts";
import type { AppliedTerms } from "./terms.ts";

export type PostingKind =
  | "payment"
  | "returnDue"
  | "earned"
  | "refund"
  | "share"
  | "payoutPrepared"
  | "payoutPaid"
  | "payoutReturned"
  | "channelFee"
  | "transfer";

/** Debits are positive, credits negative; never 0. */
export type Entry = { readonly account: AccountName; readonly item: Item; readonly amountFen: Fen };

/** What a posting was made from. Kept with it: later refunds follow the split that was posted, whatever the code says then. */
export type PostingFacts = {
  readonly orderNo?: string;
  readonly terms?: AppliedTerms;
  readonly lines?: readonly EarnedLine[];
  readonly parts?: readonly RefundPart[];
  readonly note?: string;
  /** The operator on whose word it was booked. */
  readonly by?: AccountId;
};

export type Posting = {
  readonly kind: PostingKind;
  /** Names the fact: it is posted once a campus, however often it is told. */
  readonly key: string;
  /** When it happened, epoch ms; the ledger adds when it was posted. */
  readonly occurredAt: number;
  readonly orderId: OrderId | null;
  readonly paymentId: PaymentId | null;
  readonly refundId: RefundId | null;
  readonly payoutId: PayoutId | null;
  readonly facts: PostingFacts;
  readonly entries: readonly Entry[];
};

const nothing = { orderId: null, paymentId: null, refundId: null, payoutId: null, facts: {} };

/** Entries of one account and item become one; what comes to 0 is left out. */
export function gathered(entries: readonly Entry[]): Entry[] {
  const sums = new Map<string, Entry>();
  for (const entry of entries) {
    const name = `${entry.account} ${entry.item}`;
    sums.set(name, { ...entry, amountFen: fen((sums.get(name)?.amountFen ?? 0) + entry.amountFen) });
  }
  return [...sums.values()].filter((entry) => entry.amountFen !== 0);
}

/** A posting of these entries, gathered. Throws where it does not balance or says nothing: that is a mistake of a rule. */
export function posting(
  about: Pick<Posting, "kind" | "key" | "occurredAt"> & Partial<Posting>,
  entries: readonly Entry[],
): Posting {
  const kept = gathered(entries);
  const sum = kept.reduce((total, entry) => total + entry.amountFen, 0);
  if (sum !== 0 || kept.length < 2)
    throw new Error(`posting ${about.key} does not balance: ${kept.length} entries, sum ${sum}`);
  return { ...nothing, ...about, entries: kept };
}

export const debit = (account: AccountName, item: Item, amount: number): Entry => ({
  account,
  item,
  amountFen: fen(amount),
});
// 0 − amount: a plain minus would make -0 of 0.
export const credit = (account: AccountName, item: Item, amount: number): Entry =>
  debit(account, item, 0 - amount);

/** What an account owes (credits minus debits) by these postings, all of them or those of one payment. */
export function owedBy(
  postings: readonly Posting[],
  account: AccountName,
  paymentId: PaymentId | null = null,
): Fen {
  let owed = 0;
  for (const each of postings) {
    if (paymentId !== null && each.paymentId !== paymentId) continue;
    for (const entry of each.entries) if (entry.account === account) owed -= entry.amountFen;
  }
  return fen(owed);
}
