import { fen } from "@sanqi/kernel";
import type { Payment, Refund } from "../domain/index.ts";

type Stored<T> = { [K in keyof T]: T[K] } & { amountFen: number };

/** Rows have the same names as the types; the amount is checked once more on its way in. */
export const toPayment = (row: Stored<Payment>): Payment => ({
  campusId: row.campusId,
  paymentId: row.paymentId,
  orderId: row.orderId,
  accountId: row.accountId,
  host: row.host,
  channel: row.channel,
  amountFen: fen(row.amountFen),
  state: row.state,
  transactionId: row.transactionId,
  expiresAt: row.expiresAt,
  createdAt: row.createdAt,
  paidAt: row.paidAt,
});

export const toRefund = (row: Stored<Refund>): Refund => ({
  campusId: row.campusId,
  refundId: row.refundId,
  paymentId: row.paymentId,
  orderId: row.orderId,
  amountFen: fen(row.amountFen),
  state: row.state,
  reason: row.reason,
});
