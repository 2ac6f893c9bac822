import { addFen, type Fen, fen } from "@sanqi/kernel";
import { merchantAccount, riderAccount } from "./accounts.ts";
import { apportion, partOf } from "./apportion.ts";
import type { EarnedLine, LineFacts, OrderMoney, Share } from "./facts.ts";
import type { AppliedTerms } from "./terms.ts";

const takenOff = (line: LineFacts, bearer: "merchant" | "platform"): Fen =>
  addFen(...line.discounts.filter((d) => d.bearer === bearer).map((d) => d.fen));
const netOf = (line: LineFacts): Fen =>
  fen(line.grossFen - takenOff(line, "merchant") - takenOff(line, "platform"));

/** What the student pays for the order: the sum of its lines after discounts. */
export const totalOf = (lines: readonly LineFacts[]): Fen => addFen(...lines.map(netOf));

/**
 * Who gets what of each line. The shop has the price of its dishes and of packing, less the discounts that it bears and the
 * commission; the rider has their pay, and the platform what is left of the delivery fee (or pays what is missing). A discount
 * that the platform bears is the platform's expense, so that the shop has the full price.
 */
export function earnedLines(order: OrderMoney, terms: AppliedTerms): EarnedLine[] {
  const goods = order.lines.filter((line) => line.kind === "goods");
  const bases = goods.map((line) => line.grossFen - takenOff(line, "merchant"));
  const base = bases.reduce((sum, each) => sum + each, 0);
  const commissions = apportion(partOf(base, terms.commissionPermille, 1000), bases);
  const commission = new Map(goods.map((line, i) => [line.key, commissions[i] ?? fen(0)]));
  return order.lines.map((line) => {
    const shop = merchantAccount(order.shopId);
    const discounts: Share[] = [
      { account: shop, item: "discount", fen: fen(0 - takenOff(line, "merchant")) },
      { account: "platform:discounts", item: "discount", fen: fen(0 - takenOff(line, "platform")) },
    ];
    const shares =
      line.kind === "delivery"
        ? deliveryShares(order, line, terms)
        : shopShares(order, line, commission.get(line.key) ?? fen(0));
    return {
      key: line.key,
      earner: line.kind !== "delivery" ? "merchant" : order.riderId ? "rider" : "platform",
      netFen: netOf(line),
      shares: [...shares, ...discounts].filter((share, i) => i === 0 || share.fen !== 0),
    };
  });
}

function shopShares(order: OrderMoney, line: LineFacts, commission: Fen): Share[] {
  const shop = merchantAccount(order.shopId);
  return [
    { account: shop, item: line.kind, fen: line.grossFen },
    { account: shop, item: "commission", fen: fen(0 - commission) },
    { account: "platform:commission", item: "commission", fen: commission },
  ];
}

function deliveryShares({ riderId }: OrderMoney, line: LineFacts, terms: AppliedTerms): Share[] {
  const rest = (pay: number): Share => ({
    account: "platform:delivery",
    item: "delivery",
    fen: fen(line.grossFen - pay),
  });
  if (!riderId) return [rest(0)];
  const pay = fen(Math.max(partOf(line.grossFen, terms.riderSharePermille, 1000), terms.riderMinimumFen));
  return [{ account: riderAccount(riderId), item: "delivery", fen: pay }, rest(pay)];
}
