import type { Words } from "@sanqi/kernel";
import type { BillError } from "./bill.ts";
import type { Difference, DifferenceKind, DifferenceSubject } from "./difference.ts";

const subjects: Readonly<Record<DifferenceSubject, Words>> = {
  payment: { zh: "收款", en: "Payment" },
  refund: { zh: "退款", en: "Refund" },
  stock: { zh: "库存", en: "Stock" },
  order: { zh: "订单", en: "Order" },
  ledger: { zh: "账本", en: "Ledger" },
};

const kinds: Readonly<Record<DifferenceKind, Words>> = {
  missingHere: { zh: "平台账单有，我们没有", en: "in the bill, unknown to us" },
  missingThere: { zh: "我们有，平台账单没有", en: "in our books, absent from the bill" },
  otherAmount: { zh: "金额与平台账单不一致", en: "another amount than in the bill" },
  otherState: { zh: "平台已成交，我们未入账", en: "moved at the platform, not in our books" },
  doubled: { zh: "平台账单中出现两次", en: "twice in the bill" },
  drift: { zh: "内部账本互相矛盾", en: "our own books contradict each other" },
};

/** What a difference is, in one line. */
export const differenceWords = ({ kind, subject }: Pick<Difference, "kind" | "subject">): Words => ({
  zh: `${subjects[subject].zh}：${kinds[kind].zh}`,
  en: `${subjects[subject].en}: ${kinds[kind].en}`,
});

/** Why there is no bill: what its reader says, or that it is empty although we have money of that day. */
export type BillProblem = BillError["kind"] | "billEmpty";

export const billProblemWords: Readonly<Record<BillProblem, Words>> = {
  billNotReady: {
    zh: "平台还没有生成账单，每小时再取一次",
    en: "The platform has not made it yet; asked again every hour",
  },
  billUnavailable: {
    zh: "平台没有给出可用的回答，每小时再取一次",
    en: "No usable answer; asked again every hour",
  },
  billRefused: {
    zh: "平台拒绝提供账单：按错误码检查商户权限和配置",
    en: "The platform refuses: check the merchant's permissions and settings by its code",
  },
  billCorrupt: {
    zh: "账单不完整或合计不符，未采用；每小时再取一次",
    en: "Not whole, or its totals are wrong: not used; asked again every hour",
  },
  billEmpty: {
    zh: "账单为空，但我们当天有收付：一天后才采信，已读到的明细不会被空账单替换",
    en: "It is empty although we know of money of that day: believed a day later only, and never in place of lines that were read",
  },
};
