import { sharingFaults } from "./sharing-faults.ts";

type Common = {
  readonly group: "all" | "wechat" | "wechatPay" | "alipay" | "dingtalk";
  readonly zh: string;
  readonly en: string;
};

/**
 * One switch of the sandbox. `unconfirmed` marks rows of the fact sheets that nobody could confirm: there the switch
 * selects the form and no test may take either for the truth.
 */
export type FaultSpec = Common & { readonly unconfirmed?: true } & (
    | { readonly standard: boolean }
    | { readonly standard: number; readonly unit: "ms" | "count" }
    | { readonly standard: string; readonly choices: readonly string[] }
  );

export const faultTable = {
  slowMs: { group: "all", standard: 0, unit: "ms", zh: "平台响应延迟", en: "Delay of every platform answer" },
  dropNotify: {
    group: "all",
    standard: false,
    zh: "通知在网络中丢失",
    en: "Notifications are lost on the way",
  },
  notifyTwice: {
    group: "all",
    standard: false,
    zh: "每个通知发送两次",
    en: "Every notification comes twice",
  },
  lateNotifyMs: {
    group: "all",
    standard: 60_000,
    unit: "ms",
    zh: "“延迟通知”的延迟",
    en: "How late “notify late” is",
  },

  billBroken: {
    group: "all",
    standard: "no",
    choices: ["no", "hash", "truncated", "totals", "column"],
    zh: "账单文件损坏",
    en: "What is broken about bill files",
  },
  billColumns: {
    group: "all",
    standard: "standard",
    choices: ["standard", "more"],
    unconfirmed: true,
    zh: "账单的列",
    en: "Columns of bills",
  },

  wechatLogin: {
    group: "wechat",
    standard: "ok",
    choices: ["ok", "busy", "limited", "blocked"],
    zh: "登录接口",
    en: "Login API",
  },
  wechatUnionid: {
    group: "wechat",
    standard: true,
    zh: "登录返回 unionid",
    en: "Login answers with unionid",
  },
  wechatBadToken: {
    group: "wechat",
    standard: "40001",
    choices: ["40001", "40014"],
    zh: "无效 token 的错误码",
    en: "Code for a token that is not valid",
  },
  wechatMessages: {
    group: "wechat",
    standard: "ok",
    choices: ["ok", "down", "banned", "limited", "sensitive"],
    zh: "订阅消息接口",
    en: "Subscribe message API",
  },

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

  wechatBillEarly: {
    group: "wechatPay",
    standard: "STATEMENT_CREATING",
    choices: ["STATEMENT_CREATING", "NO_STATEMENT_EXIST"],
    unconfirmed: true,
    zh: "账单未生成的错误码",
    en: "Code for a bill that is not made yet",
  },
  wechatBillHashOf: {
    group: "wechatPay",
    standard: "plain",
    choices: ["plain", "sent"],
    unconfirmed: true,
    zh: "账单哈希的对象",
    en: "What the bill's hash is made of",
  },
  wechatBillTicks: {
    group: "wechatPay",
    standard: true,
    unconfirmed: true,
    zh: "账单的值以反引号开头",
    en: "Values of bills begin with a backtick",
  },
  wechatBillRefunds: {
    group: "wechatPay",
    standard: "plus",
    choices: ["plus", "minus"],
    unconfirmed: true,
    zh: "账单中退款金额的符号",
    en: "Sign of refunds in bills",
  },
  wechatBillFees: {
    group: "wechatPay",
    standard: "five",
    choices: ["five", "two"],
    unconfirmed: true,
    zh: "账单中手续费的小数位数",
    en: "Decimals of fees in bills",
  },

  alipayDown: { group: "alipay", standard: false, zh: "支付宝网关故障", en: "Alipay gateway is down" },
  alipayTimeoutAfterMoved: {
    group: "alipay",
    standard: false,
    zh: "退款到账后返回 20000",
    en: "Refund moves the money, then answers 20000",
  },
  alipayIdentity: {
    group: "alipay",
    standard: "open_id",
    choices: ["open_id", "user_id", "both"],
    zh: "登录返回的身份",
    en: "Identity that login answers with",
  },
  alipayLoginCode: {
    group: "alipay",
    standard: false,
    unconfirmed: true,
    zh: "登录成功也带 code/msg",
    en: "Successful login carries code and msg",
  },
  alipayErrorKey: {
    group: "alipay",
    standard: "method",
    choices: ["method", "error_response"],
    unconfirmed: true,
    zh: "错误所在的键",
    en: "Key that carries an error",
  },
  alipayErrorSigned: {
    group: "alipay",
    standard: true,
    unconfirmed: true,
    zh: "错误响应带签名",
    en: "Error answers are signed",
  },
  alipaySlash: {
    group: "alipay",
    standard: "plain",
    choices: ["plain", "escaped", "signedEscaped"],
    zh: "响应中的斜杠",
    en: "Slashes in answers",
  },
  alipayClockStrict: {
    group: "alipay",
    standard: true,
    unconfirmed: true,
    zh: "拒绝偏差超过 10 分钟的 timestamp",
    en: "Refuse a timestamp more than 10 minutes off",
  },
  alipayRepeatCreate: {
    group: "alipay",
    standard: "sameTrade",
    choices: ["sameTrade", "refuse"],
    unconfirmed: true,
    zh: "重复创建未付订单",
    en: "Creating an unpaid trade again",
  },
  alipayOverRefund: {
    group: "alipay",
    standard: "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL",
    choices: ["ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "ACQ.REASON_TRADE_REFUND_FEE_ERR"],
    unconfirmed: true,
    zh: "超额退款的错误码",
    en: "Code for a refund over the total",
  },
  alipaySellerPoor: {
    group: "alipay",
    standard: false,
    zh: "卖家余额不足",
    en: "Seller's balance is too small",
  },
  alipayRefundVisibleMs: {
    group: "alipay",
    standard: 0,
    unit: "ms",
    zh: "退款多久后可查到",
    en: "How long until a refund can be queried",
  },
  alipayRefundNotify: {
    group: "alipay",
    standard: false,
    unconfirmed: true,
    zh: "部分退款也发 TRADE_SUCCESS 通知",
    en: "A partial refund notifies TRADE_SUCCESS again",
  },
  alipayEmptyFields: {
    group: "alipay",
    standard: "absent",
    choices: ["absent", "unsigned", "signed"],
    unconfirmed: true,
    zh: "通知中的空字段",
    en: "Empty fields in notifications",
  },
  alipayMessages: {
    group: "alipay",
    standard: "ok",
    choices: ["ok", "down"],
    zh: "模板消息接口",
    en: "Template message API",
  },
  alipayNoConsent: {
    group: "alipay",
    standard: "USER_NOT_SUBSCRIBE",
    choices: ["USER_NOT_SUBSCRIBE", "SUBSCRIBE_QUOTA_USED_UP", "FORM_ID_NOT_MATCH_APPID"],
    unconfirmed: true,
    zh: "用户未订阅的错误码",
    en: "Code for a person who has not subscribed",
  },

  alipayBillMissing: {
    group: "alipay",
    standard: "isp.bill_not_exist",
    choices: ["isp.bill_not_exist", "BILL_NOT_EXIST", "NO_BILL_DATA"],
    unconfirmed: true,
    zh: "账单不存在的错误码",
    en: "Code for a bill that does not exist",
  },
  alipayBillTabs: {
    group: "alipay",
    standard: true,
    unconfirmed: true,
    zh: "账单的值以制表符结尾",
    en: "Values of bills end with a tab",
  },
  alipayBillCharset: {
    group: "alipay",
    standard: "gbk",
    choices: ["gbk", "utf-8"],
    unconfirmed: true,
    zh: "账单的字符集",
    en: "Character set of bills",
  },
  alipayBillRefunds: {
    group: "alipay",
    standard: "minus",
    choices: ["plus", "minus"],
    unconfirmed: true,
    zh: "账单中退款金额的符号",
    en: "Sign of refunds in bills",
  },

  dingtalkBanned: {
    group: "dingtalk",
    standard: false,
    zh: "IP 被封禁",
    en: "The caller's address is banned",
  },
  dingtalkBusy: { group: "dingtalk", standard: false, zh: "系统繁忙", en: "DingTalk is busy" },
  dingtalkPermission: {
    group: "dingtalk",
    standard: "ok",
    choices: ["ok", "plain", "wrapped"],
    unconfirmed: true,
    zh: "通讯录权限",
    en: "Contacts permission (60011 plain or inside 88)",
  },
  dingtalkMobile: {
    group: "dingtalk",
    standard: true,
    zh: "手机号权限",
    en: "Permission for mobile numbers",
  },
  dingtalkApiTokenOnOapi: {
    group: "dingtalk",
    standard: true,
    unconfirmed: true,
    zh: "新版 token 可用于旧接口",
    en: "A token of the new API works on the old one",
  },
  dingtalkDailyPerPerson: {
    group: "dingtalk",
    standard: 500,
    unit: "count",
    zh: "每人每天消息上限",
    en: "Messages per person and day",
  },
  ...sharingFaults,
} as const satisfies Record<string, FaultSpec>;
