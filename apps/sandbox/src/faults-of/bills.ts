import type { FaultSpec } from "../fault-spec.ts";

/** The switches of the daily bills, of both payment platforms. */
export const billFaults = {
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
} as const satisfies Record<string, FaultSpec>;
