import type { FaultSpec } from "../fault-spec.ts";

/** The switches of shipping information and profit sharing. */
export const sharingFaults = {
  wechatShipping: {
    group: "wechat",
    standard: "ok",
    choices: ["ok", "busy", "lostAnswer"],
    zh: "发货信息接口",
    en: "Shipping information API",
  },
  wechatShippingKnownMs: {
    group: "wechat",
    standard: 0,
    unit: "ms",
    zh: "支付多久后可录入发货信息",
    en: "How long after the payment it can be shipped",
  },
  wechatReship: {
    group: "wechat",
    standard: "refuse",
    choices: ["refuse", "once"],
    unconfirmed: true,
    zh: "重复录入发货信息",
    en: "Uploading shipping information again",
  },
  wechatShare: {
    group: "wechatPay",
    standard: "ok",
    choices: ["ok", "closed", "notEnough", "lostAnswer"],
    zh: "分账结果",
    en: "How shares end",
  },
  wechatShareMs: {
    group: "wechatPay",
    standard: 300,
    unit: "ms",
    zh: "分账处理时长",
    en: "How long a share is processing",
  },
  wechatShareReturn: {
    group: "wechatPay",
    standard: "ok",
    choices: ["ok", "failed", "processing", "lostAnswer"],
    zh: "分账回退结果",
    en: "How returns of shares end",
  },
  sharePercent: {
    group: "all",
    standard: 30,
    unit: "count",
    zh: "最大分账比例（%）",
    en: "Most of a payment that is shared (%)",
  },
  shareRounds: {
    group: "wechatPay",
    standard: 50,
    unit: "count",
    zh: "每单分账次数上限",
    en: "Shares of one order",
  },
  alipaySplit: {
    group: "alipay",
    standard: "ok",
    choices: ["ok", "fail", "lostAnswer"],
    zh: "分账结果",
    en: "How splits end",
  },
  alipaySplitQuery: {
    group: "alipay",
    standard: true,
    unconfirmed: true,
    zh: "允许查询分账",
    en: "Splits may be asked about",
  },
  alipayGiveBack: {
    group: "alipay",
    standard: true,
    zh: "分账方已授权退分账",
    en: "Receivers have agreed to give back",
  },
} as const satisfies Record<string, FaultSpec>;
