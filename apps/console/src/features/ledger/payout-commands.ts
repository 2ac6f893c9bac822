import type { Words } from "@sanqi/kernel";
import type { Inputs } from "../../rpc/client.ts";
import type { PayoutState } from "./use-ledger.ts";

export type PayoutCommand = Inputs["changePayout"]["command"];

type Told = Words & {
  /** What it does, after "¥12.00 to Ms He: ". */
  readonly effect: Words;
  readonly note: Words;
  readonly noteNeeded: boolean;
  readonly danger: boolean;
};

export const commandWords: Readonly<Record<PayoutCommand, Told>> = {
  send: {
    zh: "标记已提交银行",
    en: "Sent to the bank",
    effect: {
      zh: "只改状态，等银行结果；钱由你在网银里付",
      en: "only the state changes; you pay in the bank's own site",
    },
    note: { zh: "银行批次号（可不填）", en: "The bank's number (optional)" },
    noteNeeded: false,
    danger: false,
  },
  pay: {
    zh: "标记已到账",
    en: "Mark as paid",
    effect: { zh: "从“发薪在途”记成已付，不能撤销", en: "it is booked as paid, which cannot be undone" },
    note: { zh: "银行回单号", en: "The bank's receipt number" },
    noteNeeded: true,
    danger: false,
  },
  fail: {
    zh: "标记银行退回",
    en: "Mark as failed",
    effect: {
      zh: "钱回到应付余额，可以改好账户后重新发薪",
      en: "the money is owed again; renew it once the account is right",
    },
    note: { zh: "银行说的原因", en: "What the bank said" },
    noteNeeded: true,
    danger: true,
  },
  renew: {
    zh: "重新发薪",
    en: "Prepare again",
    effect: { zh: "再次从应付余额里划出同样的金额", en: "the same amount is set apart once more" },
    note: { zh: "改了什么（可不填）", en: "What was put right (optional)" },
    noteNeeded: false,
    danger: false,
  },
  cancel: {
    zh: "取消这笔",
    en: "Cancel it",
    effect: {
      zh: "钱回到应付余额，留到下一期；这一期不再付",
      en: "the money is owed again and left for the next period",
    },
    note: { zh: "为什么", en: "Why" },
    noteNeeded: true,
    danger: true,
  },
};

/** What may be done with a pay-out, as the ledger's own table has it. */
export const commandsOf: Readonly<Record<PayoutState, readonly PayoutCommand[]>> = {
  prepared: ["send", "cancel"],
  sent: ["pay", "fail"],
  failed: ["renew", "cancel"],
  paid: [],
  cancelled: [],
};
