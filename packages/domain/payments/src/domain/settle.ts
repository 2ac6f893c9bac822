import { minute, second } from "@sanqi/kernel";
import { type Payment, type PaymentCommand, type PaymentState, paymentStates } from "./payment.ts";

export function nextPaymentState(from: PaymentState, command: PaymentCommand): PaymentState | undefined {
  const edges: Partial<Record<PaymentCommand, PaymentState>> = paymentStates[from];
  return edges[command];
}

/** What a platform says about one payment. */
export type Told = {
  readonly state: "unpaid" | "paid" | "closed" | "refunded";
  readonly amountFen: number | null;
  readonly currency: string;
};

/**
 * What becomes of a payment when the platform tells its state. Being told `paid` twice is nothing new; another amount or
 * currency than ours is never taken as paid. `refunded` without our having asked counts as paid: it was, and then went back.
 */
export function settle(
  payment: Payment,
  told: Told,
): { effect: "paid" | "closed" | "none" | "mismatch"; state: PaymentState } {
  const command: PaymentCommand | null =
    told.state === "paid" || told.state === "refunded"
      ? "succeed"
      : told.state === "closed"
        ? "close"
        : payment.state === "unknown"
          ? "confirmUnpaid"
          : null;
  if (command === "succeed" && (told.amountFen !== payment.amountFen || told.currency !== "CNY")) {
    return { effect: "mismatch", state: payment.state };
  }
  const next = command && nextPaymentState(payment.state, command);
  if (!next) return { effect: "none", state: payment.state };
  return { effect: command === "succeed" ? "paid" : command === "close" ? "closed" : "none", state: next };
}

/** When to ask the platform about an open payment: soon at first, then ever more rarely (the notification usually comes first). */
const waits = [15 * second, 30 * second, minute, 3 * minute, 5 * minute, 10 * minute];
export const nextQuestion = (now: number, asked: number): number =>
  now + (waits[Math.min(asked, waits.length - 1)] ?? 10 * minute);
