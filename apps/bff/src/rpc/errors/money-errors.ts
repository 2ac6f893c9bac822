import { chinaClockText } from "@sanqi/kernel";
import { type MoneyError, type OrderingError, type PeopleError, type Rows, say } from "./row.ts";

/** What goes wrong with payments, shares, pay-outs and bills. */
export const moneyErrors: Rows<MoneyError, OrderingError | PeopleError> = {
  orderNotPayable: {
    code: "ORDER_NOT_PAYABLE",
    rpc: "CONFLICT",
    words: say("订单已支付或已关闭，无需再付", "The order is paid or closed; there is nothing to pay"),
  },
  paymentNotFound: {
    code: "PAYMENT_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这笔支付", "There is no such payment"),
  },
  platformRefused: {
    code: "PLATFORM_REFUSED",
    rpc: "BAD_GATEWAY",
    words: (e) => ({
      zh: `支付平台拒绝了请求（${e.code}）`,
      en: `The payment platform refused the request (${e.code})`,
    }),
  },
  platformUnavailable: {
    code: "PLATFORM_UNAVAILABLE",
    rpc: "SERVICE_UNAVAILABLE",
    words: say(
      "支付平台暂时没有响应，订单已保留，请稍后再付",
      "The payment platform does not answer; your order is kept, pay a little later",
    ),
  },
  paymentPaused: {
    code: "PAYMENT_PAUSED",
    rpc: "SERVICE_UNAVAILABLE",
    words: (e) => ({
      zh: `支付平台暂时繁忙，订单已为你保留到 ${chinaClockText(e.payBy)}，恢复后可继续支付`,
      en: `The payment platform is busy; your order is kept until ${chinaClockText(e.payBy)}, and you can pay as soon as it is back`,
    }),
  },
  payCodeInvalid: {
    code: "PAY_CODE_INVALID",
    rpc: "NOT_FOUND",
    words: say(
      "代付码不正确或已过期，请向下单的同学重新索取",
      "The code is wrong or over; ask the person who ordered for a new one",
    ),
  },
  payoutNotFound: {
    code: "PAYOUT_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这笔发薪", "There is no such pay-out"),
  },
  payoutStateConflict: {
    code: "PAYOUT_STATE_CONFLICT",
    rpc: "CONFLICT",
    words: say("发薪状态已变化，请刷新后再试", "The pay-out has moved on meanwhile; refresh and look again"),
  },
  payoutAboveBalance: {
    code: "PAYOUT_ABOVE_BALANCE",
    rpc: "CONFLICT",
    words: say("余额已低于这笔发薪，不能重新准备", "The balance has sunk below this pay-out"),
  },
  sagaNotFound: {
    code: "SAGA_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这项资金流程", "There is no such work with money"),
  },
  sagaOver: {
    code: "SAGA_OVER",
    rpc: "CONFLICT",
    words: say("这项资金流程已经完成", "This work with money is done"),
  },
  shareAccountTaken: {
    code: "SHARE_ACCOUNT_TAKEN",
    rpc: "CONFLICT",
    words: say(
      "这个账户已是该店另一方的收款账户，请换一个",
      "The shop's other party receives at this account already; name another one",
    ),
  },
  shareNotFound: {
    code: "SHARE_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("这笔支付没有分账", "Nothing of this payment is shared"),
  },
  shareNotStuck: {
    code: "SHARE_NOT_STUCK",
    rpc: "CONFLICT",
    words: say(
      "这笔分账已有结果，或仍在询问平台，不能人工了结",
      "This share has ended, or the platform is still being asked; only one that hangs is settled by hand",
    ),
  },
  termsInPast: {
    code: "TERMS_IN_PAST",
    rpc: "BAD_REQUEST",
    words: say("条款只能从现在或以后生效", "Terms hold from now on or later, never for the past"),
  },
  differenceNotFound: {
    code: "DIFFERENCE_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这条差异", "There is no such difference"),
  },
  differenceClosed: {
    code: "DIFFERENCE_CLOSED",
    rpc: "CONFLICT",
    words: say("这条差异已经处理，请刷新", "This difference is closed already; refresh and look again"),
  },
  fixNotRunnable: {
    code: "FIX_NOT_RUNNABLE",
    rpc: "BAD_REQUEST",
    words: say("这条差异需要人工处理", "This difference is a person's work"),
  },
  billDayNotOver: {
    code: "BILL_DAY_NOT_OVER",
    rpc: "BAD_REQUEST",
    words: say("当天的账单要到次日才有", "A day has its bill only when it is over"),
  },
};
