import type { Words } from "@sanqi/kernel";
import type { Tone } from "../../ui/pill.tsx";
import { channelWords } from "../payments/channels.ts";
import type { BillRun, Difference, DifferenceDetail } from "./use-reconciliation.ts";

/** Where the two sides come from: a platform's bill, or two of our own books. */
export const bookWords: Readonly<Record<Difference["channel"], Words>> = {
  ...channelWords,
  own: { zh: "我方账本", en: "Our own books" },
};

export const kindWords: Readonly<Record<Difference["kind"], Words & { readonly tone: Tone }>> = {
  missingHere: { zh: "账单有，我方没有", en: "In the bill, not here", tone: "danger" },
  missingThere: { zh: "我方有，账单没有", en: "Here, not in the bill", tone: "danger" },
  otherAmount: { zh: "金额不一致", en: "Other amount", tone: "danger" },
  otherState: { zh: "状态不一致", en: "Other state", tone: "warning" },
  doubled: { zh: "重复", en: "Twice", tone: "danger" },
  drift: { zh: "账本漂移", en: "Drift", tone: "warning" },
};

export const subjectWords: Readonly<Record<Difference["subject"], Words>> = {
  payment: { zh: "付款", en: "Payment" },
  refund: { zh: "退款", en: "Refund" },
  stock: { zh: "库存", en: "Stock" },
  order: { zh: "订单", en: "Order" },
  ledger: { zh: "总账", en: "Ledger" },
};

export const stateWords: Readonly<Record<Difference["state"], Words & { readonly tone: Tone }>> = {
  open: { zh: "待处理", en: "Open", tone: "food" },
  accepted: { zh: "接受差异", en: "Accepted", tone: "idle" },
  explained: { zh: "已解释", en: "Explained", tone: "success" },
  fixed: { zh: "已纠正", en: "Put right", tone: "success" },
  gone: { zh: "自行消失", en: "Gone by itself", tone: "idle" },
};

type Command = DifferenceDetail["steps"][number]["command"];
export const commandWords: Readonly<Record<Command, Words>> = {
  open: { zh: "发现", en: "Found" },
  find: { zh: "再次发现", en: "Found again" },
  vanish: { zh: "核对后不再存在", en: "Not found any more" },
  ask: { zh: "向平台查询", en: "The platform was asked" },
  accept: { zh: "接受差异", en: "Accepted" },
  explain: { zh: "已解释", en: "Explained" },
  fix: { zh: "已纠正", en: "Put right" },
};

const problems: Readonly<Record<string, Words>> = {
  billNotReady: { zh: "平台还没出账单", en: "The platform has not made it yet" },
  billUnavailable: { zh: "平台没有可用的回答", en: "The platform gave no usable answer" },
  billRefused: { zh: "平台拒绝", en: "The platform refused" },
  billCorrupt: { zh: "账单不完整，没有采用", en: "The file was not whole and was not used" },
  billEmpty: { zh: "账单是空的，但我方当天有钱进出", en: "The bill is empty, but we have money of that day" },
};

/** Why a bill has not been read; a code without words here is shown as it is. */
export const problemWords = ({ problem }: Pick<BillRun, "problem">): Words | null =>
  problem === null ? null : (problems[problem] ?? { zh: problem, en: problem });
