import type { Words } from "@sanqi/kernel";
import type { Difference, DifferenceKind } from "./difference.ts";

/**
 * `askPlatform` may be run from the console: it reads, and takes over what the platform says by the same rules as always.
 * The others are a person's work; no amount is ever changed by itself.
 */
export type FixAction =
  | "askPlatform"
  | "findPayer"
  | "bookRefund"
  | "compareReceipts"
  | "reportDouble"
  | "refundSecond"
  | "recountStock"
  | "lookAtOrder";
export type ProposedFix = { readonly action: FixAction; readonly runnable: boolean; readonly words: Words };

const fixWords: Readonly<Record<FixAction, Words>> = {
  askPlatform: {
    zh: "向平台查询这笔钱，并按平台的回答入账",
    en: "Ask the platform about it and take its answer into the books",
  },
  findPayer: {
    zh: "这笔钱不是本系统发起的：在商户平台按单号查明付款人，入账或退回",
    en: "This money did not start here: find who paid on the merchant platform, then book it or give it back",
  },
  bookRefund: {
    zh: "退款是在平台上直接操作的：查明是谁、为什么，并联系同学和商家",
    en: "Somebody refunded on the platform itself: find out who and why, and tell student and shop",
  },
  compareReceipts: {
    zh: "金额不一致，系统不会自动改账：核对平台的电子回单，再联系平台",
    en: "The amounts differ and are never changed by themselves: compare the platform's receipt, then call the platform",
  },
  reportDouble: {
    zh: "账单里重复列出同一笔：向平台反馈，不要退款",
    en: "The bill lists the same movement twice: report it to the platform, refund nothing",
  },
  refundSecond: {
    zh: "同一单号扣了两次：在商户平台按第二个平台单号退回",
    en: "One number was charged twice: refund the second platform number on the merchant platform",
  },
  recountStock: {
    zh: "库存与当天的订单不符：若当天手工改过数量，标记为已说明；否则盘点后联系维护人员",
    en: "The stock does not follow from the day's orders: where somebody set it by hand, mark it explained; else count and call the maintainer",
  },
  lookAtOrder: {
    zh: "账本之间不一致：查看订单经过和失败事件，再联系维护人员",
    en: "Our books contradict each other: look at the story and at failed events, then call the maintainer",
  },
};

const actions: Readonly<Record<DifferenceKind, (d: Difference) => FixAction>> = {
  missingHere: ({ subject }) => (subject === "refund" ? "bookRefund" : "findPayer"),
  missingThere: () => "askPlatform",
  otherAmount: () => "compareReceipts",
  otherState: ({ ownState }) => (ownState === null ? "bookRefund" : "askPlatform"),
  doubled: ({ subject }) => (subject === "payment" ? "refundSecond" : "reportDouble"),
  drift: ({ subject }) => (subject === "stock" ? "recountStock" : "lookAtOrder"),
};

/** What to do about a difference; `ownState` null in `otherState` says that we never asked for that refund. */
export function proposedFix(difference: Difference): ProposedFix {
  const action = actions[difference.kind](difference);
  return { action, runnable: action === "askPlatform", words: fixWords[action] };
}
