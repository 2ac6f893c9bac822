import { type Fen, fen, type OrderId, type PostingId } from "@sanqi/kernel";
import type { AccountName, Item } from "./accounts.ts";
import type { PostingKind } from "./posting.ts";

/** One entry of an account as the store gives it; `amountFen` as in the ledger: debits positive. */
export type AccountEntry = {
  readonly postingId: PostingId;
  readonly at: number;
  readonly kind: PostingKind;
  readonly item: Item;
  readonly orderId: OrderId | null;
  readonly orderNo: string | null;
  readonly note: string | null;
  readonly amountFen: number;
};

type Column = "earned" | "discount" | "commission" | "refund" | "payout";
/** All in the payee's favour: what they got is positive, what they gave is negative. The columns add up to the amount. */
type Amounts = { readonly [C in Column as `${C}Fen`]: Fen } & { readonly amountFen: Fen };

export type StatementLine = Amounts &
  Pick<AccountEntry, "postingId" | "at" | "kind" | "orderId" | "orderNo" | "note">;

/** An account over a period: `openingFen` + the sum of the lines = `closingFen`, to the fen. */
export type Statement = {
  readonly account: AccountName;
  readonly from: number;
  readonly to: number;
  readonly openingFen: Fen;
  readonly lines: readonly StatementLine[];
  readonly totals: Amounts;
  readonly closingFen: Fen;
};

function columnOf(kind: PostingKind, item: Item): Column {
  if (item === "commission" || item === "payout") return item;
  // What the payment platform handed on directly was paid out all the same.
  if (item === "share") return "payout";
  if (kind === "refund" || item === "refund") return "refund";
  return item === "discount" ? "discount" : "earned";
}

function amountsOf(entries: readonly AccountEntry[]): Amounts {
  const sums: Record<Column | "amount", number> = {
    earned: 0,
    discount: 0,
    commission: 0,
    refund: 0,
    payout: 0,
    amount: 0,
  };
  for (const { kind, item, amountFen } of entries) {
    sums[columnOf(kind, item)] -= amountFen;
    sums.amount -= amountFen;
  }
  return {
    earnedFen: fen(sums.earned),
    discountFen: fen(sums.discount),
    commissionFen: fen(sums.commission),
    refundFen: fen(sums.refund),
    payoutFen: fen(sums.payout),
    amountFen: fen(sums.amount),
  };
}

/** A statement of an account: one line a posting, in the order of posting. */
export function statementOf(
  period: Pick<Statement, "account" | "from" | "to" | "openingFen" | "closingFen">,
  entries: readonly AccountEntry[],
): Statement {
  const byPosting = Map.groupBy(entries, (entry) => entry.postingId);
  const lines = [...byPosting.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { postingId, at, kind, orderId, orderNo, note } = first;
    return [{ postingId, at, kind, orderId, orderNo, note, ...amountsOf(group) }];
  });
  return { ...period, lines, totals: amountsOf(entries) };
}
