import { fen, isId, type PaymentId, type RefundId } from "@sanqi/kernel";
import { integerAt, type Json, objectAt, textAt } from "@sanqi/outbound";
import type { GatewayPayment, GatewayRefund } from "@sanqi/payments/use-cases";

/** REFUND stands for partial refunds too. USERPAYING, PAYERROR and REVOKED belong to code payments; a failed try stays NOTPAY. */
const paymentStates: Readonly<Record<string, GatewayPayment["state"]>> = {
  SUCCESS: "paid",
  REFUND: "refunded",
  NOTPAY: "unpaid",
  USERPAYING: "unpaid",
  PAYERROR: "unpaid",
  CLOSED: "closed",
  REVOKED: "closed",
};

const refundStates: Readonly<Record<string, GatewayRefund["state"]>> = {
  SUCCESS: "succeeded",
  PROCESSING: "processing",
  CLOSED: "closed",
  ABNORMAL: "abnormal",
};

/** The payment that a transaction (query or notification) speaks of; undefined where a needed field is absent or ill-formed. */
export function readTransaction(json: Json): GatewayPayment | undefined {
  const paymentId = paymentIdOf(json);
  const state = paymentStates[textAt(json, "trade_state") ?? ""];
  if (!paymentId || !state) return undefined;
  const amount = objectAt(json, "amount");
  const total = positiveAt(amount, "total");
  const settled = state === "paid" || state === "refunded";
  const transactionId = textAt(json, "transaction_id") ?? null;
  if (settled && (total === undefined || transactionId === null)) return undefined;
  return {
    paymentId,
    state,
    transactionId,
    amount: total === undefined ? null : fen(total),
    currency: textAt(amount, "currency") ?? "CNY",
    paidAt: timeAt(json, "success_time"),
  };
}

/** A refund; answers call its state `status`, notifications `refund_status`. */
export function readRefund(
  json: Json,
  stateKey: "status" | "refund_status",
): { readonly refund: GatewayRefund; readonly paymentId: PaymentId } | undefined {
  const refundId = textAt(json, "out_refund_no");
  const paymentId = paymentIdOf(json);
  const state = refundStates[textAt(json, stateKey) ?? ""];
  const amount = positiveAt(objectAt(json, "amount"), "refund");
  if (!refundId || !isId("refund", refundId) || !paymentId || !state || amount === undefined)
    return undefined;
  return { refund: { refundId: refundId as RefundId, state, amount: fen(amount) }, paymentId };
}

function paymentIdOf(json: Json): PaymentId | undefined {
  const text = textAt(json, "out_trade_no");
  return text && isId("payment", text) ? text : undefined;
}

function positiveAt(from: Json | undefined, key: string): number | undefined {
  const value = integerAt(from, key);
  return value !== undefined && value > 0 ? value : undefined;
}

function timeAt(json: Json, key: string): number | null {
  const at = Date.parse(textAt(json, key) ?? "");
  return Number.isNaN(at) ? null : at;
}
