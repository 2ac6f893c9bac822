import { type Fen, fen, type Words, yuanText } from "@sanqi/kernel";
import { type Basket, goodsLeft, untouched } from "./basket.ts";
import { inDeclaredOrder, type Taken } from "./combine.ts";
import type { PricedOrder, PriceRequest } from "./priced-order.ts";
import type { DiscountRule, Offer } from "./rule.ts";
import type { Standing } from "./standing.ts";
import { after, takeOf } from "./take.ts";

/** The way to the total in words, row by row; the amounts add up to it. */
export function explain(request: PriceRequest, taken: readonly Taken[]): PricedOrder["explanation"] {
  const { lines, packingFen, delivery } = request;
  const rows = lines.map(({ name, nameEn, quantity, totalFen }) => ({
    words: { zh: `${name} ×${quantity}`, en: `${nameEn} ×${quantity}` },
    amountFen: totalFen,
    ruleId: null,
  }));
  const fees = [
    { words: { zh: "打包费", en: "Packing" }, amountFen: packingFen },
    ...(delivery?.parts ?? []),
  ];
  return [
    ...rows,
    ...(lines.length > 0 ? fees : [])
      .filter((fee) => fee.amountFen > 0)
      .map((fee) => ({ ...fee, ruleId: null })),
    ...taken.map(({ rule, take }) => ({
      words: rule.name,
      amountFen: fen(-take.fen),
      ruleId: rule.discountId,
    })),
  ];
}

/** Why rules did not help, and what they would still give. */
export function explainRest(
  standings: readonly { readonly rule: DiscountRule; readonly standing: Standing }[],
  taken: readonly Taken[],
  basket: Basket,
): PricedOrder["notApplied"] {
  return [...standings]
    .sort((a, b) => inDeclaredOrder(a.rule, b.rule))
    .flatMap(({ rule, standing }) => {
      const { discountId, name } = rule;
      if (standing.kind === "silent") return [];
      if (standing.kind === "shut") return [{ discountId, name, why: standing.why }];
      const reason = reasonOf(rule, taken, basket);
      return reason ? [{ discountId, name, ...reason }] : [];
    });
}

function reasonOf(
  rule: DiscountRule,
  taken: readonly Taken[],
  basket: Basket,
): { why: Words; missingFen?: Fen } | null {
  const earlier = taken.filter((t) => inDeclaredOrder(t.rule, rule) < 0);
  const left = earlier.reduce((now, { take }) => after(now, take), untouched(basket));
  const goods = goodsLeft(left);
  const next = nextStep(rule.offer, goods);
  const applied = taken.some((t) => t.rule.discountId === rule.discountId);
  if (next && goods > 0) {
    const missingFen = fen(next.fromFen - goods);
    const yuan = `¥${yuanText(missingFen)}`;
    return { why: { zh: `再买 ${yuan} ${next.gives.zh}`, en: `Add ${yuan} ${next.gives.en}` }, missingFen };
  }
  if (applied) return null;
  if (takeOf(rule.offer, basket, left).fen > 0)
    return { why: { zh: "已享更划算的优惠", en: "You already have a better deal" } };
  if (rule.offer.kind !== "perItem" || basket.goods.length === 0) return null;
  return { why: { zh: "点指定菜品可享", en: "Only with the dishes it names" } };
}

/** The nearest sum of goods that is not reached yet, and what it would give. */
function nextStep(offer: Offer, goods: number): { fromFen: Fen; gives: Words } | null {
  switch (offer.kind) {
    case "threshold": {
      const step = offer.steps.filter((s) => s.fromFen > goods).sort((a, b) => a.fromFen - b.fromFen)[0];
      return step ? { fromFen: step.fromFen, gives: off(step.offFen) } : null;
    }
    case "newCustomer":
      return offer.fromFen > goods ? { fromFen: offer.fromFen, gives: off(offer.offFen) } : null;
    case "percentage": {
      const gives = { zh: `可享 ${(100 - offer.percentOff) / 10} 折`, en: `to get ${offer.percentOff}% off` };
      return offer.fromFen > goods ? { fromFen: offer.fromFen, gives } : null;
    }
    case "deliveryFee": {
      const free = { zh: "可免配送费", en: "for free delivery" };
      const less =
        offer.offFen === null
          ? free
          : {
              zh: `配送费可减 ¥${yuanText(offer.offFen)}`,
              en: `to save ¥${yuanText(offer.offFen)} on delivery`,
            };
      return offer.fromFen > goods ? { fromFen: offer.fromFen, gives: less } : null;
    }
    case "perItem":
      return null;
  }
}

const off = (amount: Fen): Words => ({
  zh: `可减 ¥${yuanText(amount)}`,
  en: `to save ¥${yuanText(amount)}`,
});
