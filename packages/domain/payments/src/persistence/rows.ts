import { type Fen, fen } from "@sanqi/kernel";
import type { Payment, Refund } from "../domain/index.ts";

type Stored<T> = { [K in keyof T]: T[K] extends Fen ? number : T[K] };

/** Rows have the same names as the types; amounts are checked once more on their way in. */
export const toPayment = (row: Stored<Payment>): Payment => ({
  campusId: row.campusId,
  paymentId: row.paymentId,
  orderId: row.orderId,
  accountId: row.accountId,
  host: row.host,
  channel: row.channel,
  amountFen: fen(row.amountFen),
  refundedFen: fen(row.refundedFen),
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
  refundKey: row.refundKey,
  amountFen: fen(row.amountFen),
  state: row.state,
  reason: row.reason,
  requestedAt: row.requestedAt,
  sentAt: row.sentAt,
  finishedAt: row.finishedAt,
});
