import { isId, type PaymentId, parseYuan } from "@sanqi/kernel";
import { type Json, textAt } from "@sanqi/outbound";
import type { GatewayPayment } from "@sanqi/payments/use-cases";
import { parseGatewayTime } from "./china-time.ts";

/**
 * A trade as a query tells it. TRADE_CLOSED means never paid or fully refunded; a trade that has a time of payment was paid.
 * A partial refund leaves TRADE_SUCCESS. Undefined where a needed field is absent or ill-formed.
 */
export function readTrade(json: Json): GatewayPayment | undefined {
  const paymentId = paymentIdOf(json);
  const amount = parseYuan(textAt(json, "total_amount") ?? "");
  const paidAt = parseGatewayTime(textAt(json, "send_pay_date") ?? "") ?? null;
  const state = stateOf(textAt(json, "trade_status"), paidAt !== null);
  const transactionId = textAt(json, "trade_no") ?? null;
  if (!paymentId || !state || amount === undefined || (state === "paid" && !transactionId)) return undefined;
  return { paymentId, state, transactionId, amount, currency: "CNY", paidAt };
}

/** A trade as a TRADE_SUCCESS or TRADE_FINISHED notification tells it. */
export function readPaidTrade(json: Json): GatewayPayment | undefined {
  const paymentId = paymentIdOf(json);
  const amount = parseYuan(textAt(json, "total_amount") ?? "");
  const transactionId = textAt(json, "trade_no");
  if (!paymentId || amount === undefined || amount <= 0 || !transactionId) return undefined;
  const paidAt = parseGatewayTime(textAt(json, "gmt_payment") ?? "") ?? null;
  return { paymentId, state: "paid", transactionId, amount, currency: "CNY", paidAt };
}

function stateOf(status: string | undefined, wasPaid: boolean): GatewayPayment["state"] | undefined {
  if (status === "WAIT_BUYER_PAY") return "unpaid";
  if (status === "TRADE_SUCCESS" || status === "TRADE_FINISHED") return "paid";
  if (status === "TRADE_CLOSED") return wasPaid ? "refunded" : "closed";
  return undefined;
}

function paymentIdOf(json: Json): PaymentId | undefined {
  const text = textAt(json, "out_trade_no");
  return text && isId("payment", text) ? text : undefined;
}
