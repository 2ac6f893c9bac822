import type { Words } from "@sanqi/kernel";
import type { Tone } from "../../ui/pill.tsx";
import type { PayoutState, Statement } from "./use-ledger.ts";

type PostingKind = Statement["lines"][number]["kind"];

export const postingWords: Readonly<Record<PostingKind, Words>> = {
  payment: { zh: "付款", en: "Payment" },
  returnDue: { zh: "待退", en: "To be returned" },
  earned: { zh: "订单完成", en: "Order done" },
  refund: { zh: "退款", en: "Refund" },
  share: { zh: "平台分账", en: "Profit share" },
  payoutPrepared: { zh: "发薪", en: "Pay-out prepared" },
  payoutPaid: { zh: "发薪到账", en: "Pay-out paid" },
  payoutReturned: { zh: "发薪退回", en: "Pay-out returned" },
  channelFee: { zh: "手续费", en: "Fee" },
  transfer: { zh: "提现或充值", en: "Transfer" },
};

export const payoutStates: Readonly<Record<PayoutState, Words & { readonly tone: Tone }>> = {
  prepared: { zh: "待提交银行", en: "For the bank", tone: "food" },
  sent: { zh: "已提交银行", en: "With the bank", tone: "info" },
  failed: { zh: "银行退回", en: "Failed", tone: "danger" },
  paid: { zh: "已到账", en: "Paid", tone: "success" },
  cancelled: { zh: "已取消", en: "Cancelled", tone: "idle" },
};
export const payoutStateNames = Object.keys(payoutStates) as PayoutState[];
