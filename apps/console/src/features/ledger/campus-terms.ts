import { parseYuan, type Words, yuanText } from "@sanqi/kernel";
import type { Inputs } from "../../rpc/client.ts";
import { parsePercent, percentText } from "./permille.ts";
import type { Terms } from "./use-ledger.ts";

/** Terms as they are typed: per cent, and yuan. */
export type TermsForm = {
  readonly commission: string;
  readonly riderShare: string;
  readonly riderMinimum: string;
  readonly every: "day" | "week";
  readonly payoutMinimum: string;
  /** China's clock, "2026-12-01T00:00"; empty: at once. */
  readonly from: string;
};

export const termsForm = (terms: Terms["now"]): TermsForm => ({
  commission: percentText(terms.commissionPermille),
  riderShare: percentText(terms.riderSharePermille),
  riderMinimum: yuanText(terms.riderMinimumFen),
  every: terms.payoutEvery,
  payoutMinimum: yuanText(terms.payoutMinimumFen),
  from: "",
});

/** Epoch ms; null: at once. */
export const validFrom = (from: string): number | null =>
  from === "" ? null : Date.parse(`${from}:00+08:00`);

/** The terms that a form says; null where something in it is no percentage or no amount. */
export function readTerms(form: TermsForm): Inputs["setCampusTerms"] | null {
  const commissionPermille = parsePercent(form.commission);
  const riderSharePermille = parsePercent(form.riderShare);
  const riderMinimumFen = parseYuan(form.riderMinimum.trim());
  const payoutMinimumFen = parseYuan(form.payoutMinimum.trim());
  if (
    commissionPermille === undefined ||
    riderSharePermille === undefined ||
    riderMinimumFen === undefined ||
    riderMinimumFen < 0 ||
    payoutMinimumFen === undefined ||
    payoutMinimumFen <= 0
  )
    return null;
  return {
    terms: {
      commissionPermille,
      riderSharePermille,
      riderMinimumFen,
      payoutEvery: form.every,
      payoutMinimumFen,
    },
    validFrom: validFrom(form.from),
  };
}

/** What changed terms mean for whom. */
export function termsEffects({ terms, validFrom: from }: Inputs["setCampusTerms"]): Words[] {
  const when: Words =
    from === null ? { zh: "从现在起", en: "from now on" } : { zh: "从所选时间起", en: "from that time on" };
  const commission = percentText(terms.commissionPermille);
  const share = percentText(terms.riderSharePermille);
  return [
    {
      zh: `${when.zh}完成的订单抽佣 ${commission}（另有约定的店不变）`,
      en: `take ${commission} of orders done ${when.en} (shops with terms of their own keep them)`,
    },
    {
      zh: `骑手分得配送费的 ${share}，每单至少 ¥${yuanText(terms.riderMinimumFen as Terms["now"]["riderMinimumFen"])}`,
      en: `give riders ${share} of the fee, at least ¥${yuanText(terms.riderMinimumFen as Terms["now"]["riderMinimumFen"])}`,
    },
    { zh: "已经入账的订单不变", en: "leave what is booked already as it is" },
  ];
}
