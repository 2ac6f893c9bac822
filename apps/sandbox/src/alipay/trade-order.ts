import { compactDay, parseAlipayTime } from "../beijing-time.ts";
import { isObject, type Json } from "../http/exchange.ts";
import { newNotifyRecord } from "../notification/notify-record.ts";
import { digits } from "../signing.ts";
import type { AlipayTrade } from "../state/records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { parseYuan } from "./amount.ts";
import { type Failure, refused } from "./outcome.ts";
import type { Params } from "./signature.ts";

const minute = 60_000;
const day = 1_440 * minute;
const units: Record<string, number> = { m: minute, h: 60 * minute, d: day };

export type TradeOrder = Pick<
  AlipayTrade,
  | "outTradeNo"
  | "amountFen"
  | "subject"
  | "body"
  | "passbackParams"
  | "productCode"
  | "expiresAt"
  | "royaltyFreeze"
  | "notifyUrl"
  | "fingerprint"
>;

function expiryOf(biz: Json, now: number): number | Failure {
  const { time_expire: absolute, timeout_express: relative } = biz;
  if (absolute !== undefined) {
    const at = parseAlipayTime(String(absolute));
    if (at === null) return refused("ACQ.INVALID_PARAMETER", "time_expire 格式错误");
    return at <= now
      ? refused("ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR", "交易超时时间早于当前时间")
      : Math.min(at, now + 15 * day);
  }
  if (relative === undefined) return now + 15 * day;
  const match = /^(\d{1,5})([mhd])$/.exec(String(relative));
  const length = match === null ? 0 : Number(match[1]) * (units[match[2] ?? ""] ?? 0);
  if (length < minute || length > 15 * day)
    return refused("ACQ.INVALID_PARAMETER", "timeout_express 须在 1m 到 15d 之间");
  return now + length;
}

/** The fields that trade.create and the app-pay string share (alipay.md 5a). */
export function parseOrder(world: World, biz: Json, params: Params): TradeOrder | Failure {
  const wrong = (text: string) => refused("ACQ.INVALID_PARAMETER", text);
  const { out_trade_no: outTradeNo, subject } = biz;
  if (typeof outTradeNo !== "string" || !/^\w{1,64}$/.test(outTradeNo))
    return wrong("out_trade_no 须为 64 位以内的字母、数字、下划线");
  const amountFen = parseYuan(biz.total_amount);
  if (amountFen === null) return wrong("total_amount 须在 0.01 到 100000000 之间，最多两位小数");
  if (typeof subject !== "string" || subject === "" || subject.length > 256 || /[/=&]/.test(subject))
    return wrong("subject 不能为空，不能含 / = &");
  const expiresAt = expiryOf(biz, world.clock.now());
  if (typeof expiresAt !== "number") return expiresAt;
  const notifyUrl = params.notify_url || null;
  if (notifyUrl !== null && !/^https?:\/\/\S{1,240}$/.test(notifyUrl)) return wrong("notify_url 格式错误");
  return {
    outTradeNo,
    amountFen,
    subject,
    body: typeof biz.body === "string" ? biz.body : null,
    passbackParams: typeof biz.passback_params === "string" ? biz.passback_params : null,
    productCode: typeof biz.product_code === "string" ? biz.product_code : "FACE_TO_FACE_PAYMENT",
    expiresAt,
    royaltyFreeze: isObject(biz.extend_params) && biz.extend_params.royalty_freeze === "true",
    notifyUrl,
    fingerprint: JSON.stringify([Object.entries(biz).sort(([a], [b]) => (a < b ? -1 : 1)), notifyUrl]),
  };
}

export function openTrade(world: World, order: TradeOrder, person: string): AlipayTrade {
  const now = world.clock.now();
  const trade: AlipayTrade = {
    ...order,
    tradeNo: `${compactDay(now)}22001${digits(15)}`,
    appId: world.secrets.alipay.appId,
    person,
    createdAt: now,
    state: "WAIT_BUYER_PAY",
    paidAt: null,
    closedAt: null,
    failedAttempts: 0,
    refunds: [],
    notify: newNotifyRecord(`${compactDay(now)}${digits(26)}`),
  };
  world.state.alipayTrades.set(trade.outTradeNo, trade);
  world.state.tradeToOrder.set(trade.tradeNo, trade.outTradeNo);
  count(world.state, "alipay.trades");
  world.touch();
  return trade;
}
