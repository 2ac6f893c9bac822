import { type Answer, type Json, textOf } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { paidProblem } from "./order-paid.ts";
import { findPayment } from "./payment.ts";
import { fieldProblem, problem, problemAnswer } from "./problem.ts";
import { signedAnswer } from "./signed-answer.ts";
import { transactionOf } from "./transaction.ts";

const missing = (world: World): Answer =>
  problemAnswer(problem(404, world.state.faults.wechatOrderMissing, "订单不存在"));

/** GET /v3/pay/transactions/out-trade-no/{no}?mchid= (wechat.md 9). */
export function queryByOrder(world: World, outTradeNo: string, mchid: unknown): Answer {
  if (textOf(mchid) !== world.secrets.wechatPay.mchId)
    return problemAnswer(fieldProblem("/mchid", mchid, "须与签名的商户号一致"));
  const payment = findPayment(world, outTradeNo);
  return payment === undefined
    ? missing(world)
    : signedAnswer(world, 200, transactionOf(world, payment, payment.state));
}

/** GET /v3/pay/transactions/id/{transaction_id}?mchid= */
export function queryById(world: World, transactionId: string, mchid: unknown): Answer {
  return queryByOrder(world, world.state.transactionToOrder.get(transactionId) ?? "", mchid);
}

/** POST …/out-trade-no/{no}/close: 204, also for what is closed already; refused once paid. */
export function closeOrder(world: World, outTradeNo: string, body: Json): Answer {
  if (body.mchid !== world.secrets.wechatPay.mchId)
    return problemAnswer(fieldProblem("/mchid", body.mchid, "须与签名的商户号一致"));
  const payment = findPayment(world, outTradeNo);
  if (payment === undefined) return missing(world);
  if (payment.state === "SUCCESS" || payment.state === "REFUND")
    return problemAnswer(paidProblem(world, "订单已支付，不能关闭 order paid"));
  payment.state = "CLOSED";
  world.touch();
  return signedAnswer(world, 204);
}
