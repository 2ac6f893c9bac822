import { chinaDay, chinaMidnight, chinaWeekday, day, type Fen, hour, type PayoutId } from "@sanqi/kernel";
import type { AccountName } from "./accounts.ts";
import { credit, debit, type Posting, posting } from "./posting.ts";
import type { CampusTerms } from "./terms.ts";

/** The bank is outside: a pay-out is sent when somebody has told the bank, and paid or failed when the bank has answered. */
export const payoutStates = {
  prepared: { send: "sent", cancel: "cancelled" },
  sent: { pay: "paid", fail: "failed" },
  failed: { renew: "prepared", cancel: "cancelled" },
  paid: {},
  cancelled: {},
} as const satisfies Record<string, Partial<Record<PayoutCommand, string>>>;

export const payoutCommands = ["send", "pay", "fail", "renew", "cancel"] as const;
export type PayoutCommand = (typeof payoutCommands)[number];
export type PayoutState = keyof typeof payoutStates;

export function nextPayoutState(from: PayoutState, command: PayoutCommand): PayoutState | undefined {
  const edges: Partial<Record<PayoutCommand, PayoutState>> = payoutStates[from];
  return edges[command];
}

/** While it is prepared or sent its money is set apart; otherwise it is owed to the payee, or paid. */
const setApart: ReadonlySet<PayoutState> = new Set(["prepared", "sent"]);

export type Payout = {
  readonly payoutId: PayoutId;
  /** The account that is paid out: a shop's or a rider's. */
  readonly payee: AccountName;
  /** "2026-11-16..2026-11-22": the days up to whose end the balance counts. A payee has one pay-out a period. */
  readonly period: string;
  readonly amountFen: Fen;
  readonly state: PayoutState;
  /** How often it was prepared: more than once where the bank failed. */
  readonly attempt: number;
  readonly preparedAt: number;
  readonly changedAt: number;
  /** The bank's number for it, or why it failed. */
  readonly note: string;
};

/** The posting that goes with a change of state; null where no money moves. */
export function payoutPosting(before: PayoutState | null, after: Payout): Posting | null {
  const { payoutId, payee, amountFen, attempt, changedAt: occurredAt, period } = after;
  const about = { occurredAt, payoutId, facts: { note: period } };
  const was = before !== null && setApart.has(before);
  const is = setApart.has(after.state);
  if (!was && is)
    return posting({ kind: "payoutPrepared", key: `payout:${payoutId}:${attempt}`, ...about }, [
      debit(payee, "payout", amountFen),
      credit("transit", "payout", amountFen),
    ]);
  if (!was || is) return null;
  if (after.state === "paid")
    return posting({ kind: "payoutPaid", key: `payout-paid:${payoutId}`, ...about }, [
      debit("transit", "payout", amountFen),
      credit("bank", "payout", amountFen),
    ]);
  return posting({ kind: "payoutReturned", key: `payout-returned:${payoutId}:${attempt}`, ...about }, [
    debit("transit", "payout", amountFen),
    credit(payee, "payout", amountFen),
  ]);
}

export type Period = { readonly name: string; readonly from: number; readonly to: number };

/** The last whole day or week (Monday to Sunday, in China) that has ended at `now`; `to` is its end. */
export function endedPeriod(now: number, every: CampusTerms["payoutEvery"]): Period {
  const today = chinaMidnight(now);
  const to = every === "day" ? today : today - (chinaWeekday(now) - 1) * day;
  const from = every === "day" ? to - day : to - 7 * day;
  return { name: `${chinaDay(from)}..${chinaDay(to - 1)}`, from, to };
}

/** Pay-outs are prepared from two in the morning on: by then everything of the day before has been posted. */
export const duePeriod = (now: number, every: CampusTerms["payoutEvery"]): Period =>
  endedPeriod(now - 2 * hour, every);
