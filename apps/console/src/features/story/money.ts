import { addFen, type Fen, fen } from "@sanqi/kernel";
import type { Outputs } from "../../rpc/client.ts";

type Story = Outputs["order"];
export type Money = Story["money"];

export type MoneySummary = {
  readonly paidFen: Fen;
  readonly refundedFen: Fen;
  /** Asked for at the platform, not yet confirmed. */
  readonly refundingFen: Fen;
  /** What remains with us when every running refund has succeeded. */
  readonly keptFen: Fen;
};

/** Adds up what moved. Payments that never succeeded and refunds that failed moved nothing. */
export function summarise(money: Money): MoneySummary {
  const paid = money.payments.filter((p) => p.paidAt !== null).map((p) => p.amountFen);
  const refunds = (...states: readonly string[]) =>
    addFen(...money.refunds.filter((r) => states.includes(r.state)).map((r) => r.amountFen));
  const paidFen = addFen(...paid);
  const refundedFen = refunds("succeeded");
  const refundingFen = refunds("requested", "processing");
  return { paidFen, refundedFen, refundingFen, keptFen: fen(paidFen - refundedFen - refundingFen) };
}

export type Priced = Pick<Story["order"], "lines" | "amounts" | "discounts" | "paidLines">;
type PriceProblem = "goods" | "discounts" | "shares" | "total" | "paid";

/** Where a price list does not add up; an empty list means that it does. */
export function priceProblems({ lines, amounts, discounts, paidLines }: Priced): PriceProblem[] {
  const { goodsFen, packingFen, deliveryFeeFen, discountFen, totalFen } = amounts;
  const sum = (parts: readonly { readonly fen: Fen }[]) => addFen(...parts.map((part) => part.fen));
  const checks: Record<PriceProblem, boolean> = {
    goods: addFen(...lines.map((line) => line.totalFen)) === goodsFen,
    discounts: sum(discounts) === discountFen,
    shares: discounts.every((discount) => sum(discount.shares) === discount.fen),
    total: goodsFen + packingFen + deliveryFeeFen - discountFen === totalFen,
    paid: sum(paidLines) === totalFen,
  };
  return (Object.keys(checks) as PriceProblem[]).filter((name) => !checks[name]);
}
