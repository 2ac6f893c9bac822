import type { FaultSpec } from "../fault-spec.ts";

/** The switches of WeChat Pay's orders, refunds and notifications. */
export const wechatPayFaults = {
  wechatPayDown: { group: "wechatPay", standard: false, zh: "微信支付故障", en: "WeChat Pay is down" },
  wechatPayLimited: {
    group: "wechatPay",
    standard: "off",
    choices: ["off", "FREQUENCY_LIMITED", "RATELIMIT_EXCEEDED"],
    zh: "微信支付限流",
    en: "WeChat Pay limits the rate",
  },
  wechatOrderPaid: {
    group: "wechatPay",
    standard: "ORDER_PAID",
    choices: ["ORDER_PAID", "numeric"],
    unconfirmed: true,
    zh: "关闭已支付订单的错误形式",
    en: "How closing a paid order is refused",
  },
  wechatOrderMissing: {
    group: "wechatPay",
    standard: "ORDER_NOT_EXIST",
    choices: ["ORDER_NOT_EXIST", "ORDERNOTEXIST"],
    zh: "订单不存在的错误码",
    en: "Code for an unknown order",
  },
  wechatOverRefund: {
    group: "wechatPay",
    standard: "INVALID_REQUEST",
    choices: ["INVALID_REQUEST", "NOT_ENOUGH", "PARAM_ERROR"],
    unconfirmed: true,
    zh: "超额退款的错误码",
    en: "Code for a refund over the total",
  },
  wechatRefund: {
    group: "wechatPay",
    standard: "ok",
    choices: ["ok", "abnormal", "closed", "notEnough", "accountAbnormal"],
    zh: "退款结果",
    en: "How refunds end",
  },
  wechatRefundMs: {
    group: "wechatPay",
    standard: 300,
    unit: "ms",
    zh: "退款处理时长",
    en: "How long a refund is processing",
  },
  wechatRefundSpacing: {
    group: "wechatPay",
    standard: true,
    zh: "同一订单退款间隔一分钟",
    en: "One minute between refunds of an order",
  },
  wechatTimeoutAfterMoved: {
    group: "wechatPay",
    standard: false,
    zh: "受理退款后返回 500",
    en: "Refund is accepted, then answers 500",
  },
  wechatSignTest: {
    group: "wechatPay",
    standard: false,
    zh: "发送 SIGNTEST 探测",
    en: "Send SIGNTEST probes",
  },
} as const satisfies Record<string, FaultSpec>;
