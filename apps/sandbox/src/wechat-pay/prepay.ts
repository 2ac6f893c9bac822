import { compactDay, parseRfc3339 } from "../beijing-time.ts";
import type { Answer, Json } from "../http/exchange.ts";
import { newNotifyRecord } from "../notification/notify-record.ts";
import { personOf } from "../people/identity.ts";
import { digits, token } from "../signing.ts";
import type { WechatPayment } from "../state/records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { amountFault, notifyUrlFault, readObject, textFault } from "./fields.ts";
import { paidProblem } from "./order-paid.ts";
import { findPayment } from "./payment.ts";
import { fieldProblem, type Problem, problem, problemAnswer } from "./problem.ts";
import { signedAnswer } from "./signed-answer.ts";

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
const prepayLife = 120 * minute;

type PrepayOrder = Omit<
  WechatPayment,
  | "prepays"
  | "state"
  | "transactionId"
  | "paidAt"
  | "failedAttempts"
  | "refundNos"
  | "lastRefundAt"
  | "notify"
>;

function expiryOf(body: Json, now: number): number | Problem {
  if (body.time_expire === undefined) return now + week;
  const at = typeof body.time_expire === "string" ? parseRfc3339(body.time_expire) : null;
  if (at === null) return fieldProblem("/time_expire", body.time_expire, "须符合 rfc3339 格式");
  if (at < now + minute) return fieldProblem("/time_expire", body.time_expire, "须在一分钟之后");
  return Math.min(at, now + week);
}

function parse(world: World, body: Json): PrepayOrder | Problem {
  const { wechat, wechatPay } = world.secrets;
  const fault =
    textFault(body, "appid", { max: 32 }) ??
    textFault(body, "mchid", { max: 32 }) ??
    textFault(body, "description", { max: 127 }) ??
    textFault(body, "out_trade_no", { min: 6, max: 32, pattern: /^[0-9A-Za-z_\-|*]+$/ }) ??
    notifyUrlFault(body) ??
    textFault(body, "attach", { max: 128, optional: true }) ??
    textFault(body, "goods_tag", { max: 32, optional: true }) ??
    amountFault(body, "total");
  if (fault !== null) return fault;
  if (body.mchid !== wechatPay.mchId) return problem(400, "PARAM_ERROR", "mchid 与签名的商户号不一致");
  if (body.appid !== wechat.appId) return problem(400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
  const payer = readObject(body, "payer");
  const openid = payer?.openid;
  const person =
    typeof openid === "string" ? personOf(world.state, "openid", wechat.appId, openid) : undefined;
  if (typeof openid !== "string" || person === undefined)
    return fieldProblem("/payer/openid", openid, "无效的openid");
  const now = world.clock.now();
  const expiresAt = expiryOf(body, now);
  if (typeof expiresAt !== "number") return expiresAt;
  return {
    outTradeNo: String(body.out_trade_no),
    appId: wechat.appId,
    description: String(body.description),
    amountFen: Number(readObject(body, "amount")?.total),
    openid,
    person,
    notifyUrl: String(body.notify_url),
    attach: typeof body.attach === "string" ? body.attach : null,
    expiresAt,
    profitSharing: readObject(body, "settle_info")?.profit_sharing === true,
    fingerprint: JSON.stringify(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1))),
    createdAt: now,
  };
}

/** POST /v3/pay/transactions/jsapi. The same number with the same parameters gives a fresh prepay_id (wechat.md 7). */
export function prepayJsapi(world: World, body: Json): Answer {
  const order = parse(world, body);
  if ("code" in order) return problemAnswer(order);
  const known = findPayment(world, order.outTradeNo);
  if (known !== undefined) {
    if (known.fingerprint !== order.fingerprint)
      return problemAnswer(problem(403, "OUT_TRADE_NO_USED", "商户订单号重复"));
    if (known.state === "CLOSED") return problemAnswer(problem(400, "ORDER_CLOSED", "订单已关闭"));
    if (known.state !== "NOTPAY") return problemAnswer(paidProblem(world, "该订单已支付 order paid"));
  }
  const payment: WechatPayment = known ?? {
    ...order,
    prepays: [],
    state: "NOTPAY",
    transactionId: null,
    paidAt: null,
    failedAttempts: 0,
    refundNos: [],
    lastRefundAt: null,
    notify: newNotifyRecord(`${token(8)}-${token(4)}-5${token(3)}-${token(4)}-${token(12)}`),
  };
  const now = world.clock.now();
  const prepayId = `wx${compactDay(now)}${digits(6)}${token(20)}`;
  payment.prepays = [
    ...payment.prepays.filter((prepay) => prepay.expiresAt > now),
    { id: prepayId, expiresAt: now + prepayLife },
  ];
  world.state.wechatPayments.set(payment.outTradeNo, payment);
  world.state.prepayToOrder.set(prepayId, payment.outTradeNo);
  count(world.state, "wechatPay.prepay");
  world.touch();
  return signedAnswer(world, 200, { prepay_id: prepayId });
}
