import type { Tx } from "@sanqi/database";
import type { Ids } from "@sanqi/kernel";
import { decideRenewal } from "../domain/index.ts";
import type { PaymentStore } from "../use-cases/ports.ts";
import { lockMoneyOf, startRefund } from "./refunds.ts";

export async function renewRefund(
  tx: Tx,
  ids: Ids,
  renewal: Parameters<PaymentStore["renewRefund"]>[0],
): ReturnType<PaymentStore["renewRefund"]> {
  const { campusId, refundId, newRefundId, now, traceId } = renewal;
  const money = await lockMoneyOf(tx, renewal);
  const decided = money ? decideRenewal(money.payment, money.refunds, money.refund) : "settled";
  if (!money || decided === "settled") return "settled";
  const noted = await tx`
    update refund set failure_seen = true where campus_id = ${campusId} and refund_id = ${refundId} and not failure_seen`;
  if (noted.count === 1) return "noted";
  if (decided === "tooLarge") return "tooLarge";
  const { refundKey: key, amountFen, reason } = money.refund;
  await startRefund(tx, ids, money, { refundId: newRefundId, key, amountFen, reason, now, traceId });
  return "renewed";
}
