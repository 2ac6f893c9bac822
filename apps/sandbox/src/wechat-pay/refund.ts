import { compactDay } from "../beijing-time.ts";
import type { Answer, Json } from "../http/exchange.ts";
import { newNotifyRecord } from "../notification/notify-record.ts";
import { digits, token } from "../signing.ts";
import type { WechatPayment, WechatRefund } from "../state/records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { amountFault, notifyUrlFault, readObject, textFault } from "./fields.ts";
import { findPayment } from "./payment.ts";
import { fieldProblem, type Problem, problem, problemAnswer } from "./problem.ts";
import { planSettlement } from "./refund-settlement.ts";
import { refundAnswerOf } from "./refund-view.ts";
import { signedAnswer } from "./signed-answer.ts";

const minute = 60_000;
const year = 365 * 24 * 60 * minute;
const maxRefunds = 50;

const invalid = (message: string): Problem => problem(400, "INVALID_REQUEST", message);

/** What of the order is refunded or on its way; a closed refund gives its part back. */
const takenFen = (world: World, payment: WechatPayment): number =>
  payment.refundNos
    .map((no) => world.state.wechatRefunds.get(no))
    .reduce(
      (sum, refund) => sum + (refund === undefined || refund.state === "CLOSED" ? 0 : refund.amountFen),
      0,
    );

function bodyFault(body: Json): Problem | null {
  if (body.transaction_id === undefined && body.out_trade_no === undefined)
    return fieldProblem("/out_trade_no", undefined, "transaction_id 与 out_trade_no 二选一");
  const currency = readObject(body, "amount")?.currency;
  return (
    textFault(body, "transaction_id", { max: 32, optional: true }) ??
    textFault(body, "out_trade_no", { max: 32, optional: true }) ??
    textFault(body, "out_refund_no", { max: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ }) ??
    textFault(body, "reason", { max: 80, optional: true }) ??
    notifyUrlFault(body, true) ??
    amountFault(body, "refund") ??
    amountFault(body, "total") ??
    (currency === "CNY" ? null : fieldProblem("/amount/currency", currency, "必填 CNY"))
  );
}

function paymentFor(world: World, body: Json): WechatPayment | undefined {
  const byId =
    typeof body.transaction_id === "string"
      ? world.state.transactionToOrder.get(body.transaction_id)
      : undefined;
  const no = typeof body.transaction_id === "string" ? byId : String(body.out_trade_no);
  const payment = no === undefined ? undefined : findPayment(world, no);
  return body.out_trade_no === undefined || payment?.outTradeNo === body.out_trade_no ? payment : undefined;
}

function refuse(
  world: World,
  payment: WechatPayment,
  amount: { refund: number; total: number },
): Problem | null {
  const { faults } = world.state;
  const now = world.clock.now();
  if (payment.paidAt === null) return invalid("订单未支付，不能退款");
  if (payment.paidAt + year < now) return invalid("订单已超过可退款的最大期限");
  if (amount.total !== payment.amountFen) return invalid("订单金额或退款金额与之前请求不一致，请核实后再试");
  if (amount.refund > payment.amountFen - takenFen(world, payment)) {
    return problem(
      faults.wechatOverRefund === "NOT_ENOUGH" ? 403 : 400,
      faults.wechatOverRefund,
      "申请退款金额大于订单剩余可退金额",
    );
  }
  if (payment.refundNos.length >= maxRefunds) return invalid("订单部分退款次数超过 50 次");
  if (faults.wechatRefundSpacing && payment.lastRefundAt !== null && now - payment.lastRefundAt < minute) {
    return problem(429, "FREQUENCY_LIMITED", "同一订单两次退款须间隔一分钟");
  }
  if (faults.wechatRefund === "notEnough")
    return problem(403, "NOT_ENOUGH", "基本账户余额不足，请充值后重新发起");
  if (faults.wechatRefund === "accountAbnormal")
    return problem(403, "USER_ACCOUNT_ABNORMAL", "用户账户异常或注销");
  return null;
}

/** POST /v3/refund/domestic/refunds. 200 means accepted; the same out_refund_no is one refund (wechat.md 10). */
export function createRefund(world: World, body: Json): Answer {
  const fault = bodyFault(body);
  if (fault !== null) return problemAnswer(fault);
  const amount = {
    refund: Number(readObject(body, "amount")?.refund),
    total: Number(readObject(body, "amount")?.total),
  };
  const payment = paymentFor(world, body);
  if (payment === undefined) return problemAnswer(problem(404, "RESOURCE_NOT_EXISTS", "订单不存在"));
  const outRefundNo = String(body.out_refund_no);
  const fingerprint = JSON.stringify([
    payment.outTradeNo,
    amount.refund,
    amount.total,
    body.reason ?? null,
    body.notify_url ?? null,
  ]);
  const known = world.state.wechatRefunds.get(outRefundNo);
  if (known !== undefined) {
    return known.fingerprint === fingerprint
      ? signedAnswer(world, 200, refundAnswerOf(known))
      : problemAnswer(invalid("商户退款单号已使用，且与之前请求的参数不一致"));
  }
  const problemFound = refuse(world, payment, amount);
  if (problemFound !== null) return problemAnswer(problemFound);
  const now = world.clock.now();
  const refund: WechatRefund = {
    outRefundNo,
    refundId: `5030000${digits(6)}${compactDay(now)}${digits(8)}`,
    outTradeNo: payment.outTradeNo,
    transactionId: payment.transactionId ?? "",
    amountFen: amount.refund,
    totalFen: amount.total,
    reason: typeof body.reason === "string" ? body.reason : null,
    notifyUrl: typeof body.notify_url === "string" ? body.notify_url : null,
    fingerprint,
    createdAt: now,
    state: "PROCESSING",
    successAt: null,
    notify: newNotifyRecord(`${token(8)}-${token(4)}-5${token(3)}-${token(4)}-${token(12)}`),
  };
  world.state.wechatRefunds.set(outRefundNo, refund);
  payment.refundNos.push(outRefundNo);
  payment.lastRefundAt = now;
  payment.state = "REFUND";
  count(world.state, "wechatPay.refunds");
  world.touch();
  planSettlement(world, refund);
  // The repeat with the same number then answers as usual: what a careful caller does.
  if (world.state.faults.wechatTimeoutAfterMoved)
    return problemAnswer(problem(500, "SYSTEM_ERROR", "系统异常，请用相同参数重新调用"));
  return signedAnswer(world, 200, refundAnswerOf(refund));
}

/** GET /v3/refund/domestic/refunds/{out_refund_no} */
export function queryRefund(world: World, outRefundNo: string): Answer {
  const refund = world.state.wechatRefunds.get(outRefundNo);
  if (refund === undefined) return problemAnswer(problem(404, "RESOURCE_NOT_EXISTS", "退款单不存在"));
  return signedAnswer(world, 200, refundAnswerOf(refund));
}
