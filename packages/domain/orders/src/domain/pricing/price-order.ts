import { addFen, fen } from "@sanqi/kernel";
import type { LineKey } from "../order.ts";
import { type Basket, basketOf } from "./basket.ts";
import { bestCombination, type Taken } from "./combine.ts";
import { explain, explainRest } from "./explain.ts";
import type { AppliedDiscount, PricedOrder, PriceLine, PriceRequest } from "./priced-order.ts";
import { standingOf } from "./standing.ts";

/**
 * Prices an order and says why. Gross lines stay as they are; discounts are applied in their declared order, each on what the
 * earlier ones left of the goods (of the delivery fee for offers on delivery; packing is never discounted), and spread over the
 * lines to the fen. Which rules come together is told at `bestCombination`. Pure: the same request gives the same answer, and
 * neither the order of its lines nor of its rules changes an amount.
 */
export function priceOrder(request: PriceRequest): PricedOrder {
  const basket = basketOf(request);
  const standings = request.rules.map((rule) => ({ rule, standing: standingOf(rule, request) }));
  const candidates = standings.flatMap(({ standing }) =>
    standing.kind === "open" ? [standing.candidate] : [],
  );
  const taken = bestCombination(candidates, basket);
  const discounts = taken.map((t) => appliedDiscount(t, basket));
  const lines = priceLines(request, discounts);
  const goodsFen = addFen(...request.lines.map((line) => line.totalFen));
  const discountFen = addFen(...discounts.map((discount) => discount.fen));
  const [packingFen, deliveryFeeFen] = [grossOf(lines, "packing"), grossOf(lines, "delivery")];
  return {
    lines,
    discounts,
    amounts: {
      goodsFen,
      packingFen,
      deliveryFeeFen,
      discountFen,
      totalFen: fen(goodsFen + packingFen + deliveryFeeFen - discountFen),
    },
    explanation: explain(request, taken),
    notApplied: explainRest(standings, taken, basket),
    belowMinimumFen: fen(Math.max(0, request.minOrderFen - goodsFen)),
  };
}

const grossOf = (lines: readonly PriceLine[], key: LineKey) =>
  lines.find((line) => line.key === key)?.grossFen ?? fen(0);

function appliedDiscount({ rule, couponId, take }: Taken, basket: Basket): AppliedDiscount {
  const { discountId, name, bearer, offer } = rule;
  const goods = basket.goods
    .map((line, at) => ({ key: line.key, fen: fen(take.goods[at] ?? 0) }))
    .sort((a, b) => Number(a.key) - Number(b.key));
  const shares = [...goods, { key: "delivery", fen: fen(take.delivery) }].filter((share) => share.fen > 0);
  return {
    discountId,
    name,
    bearer,
    kind: offer.kind,
    baseFen: fen(take.baseFen),
    fen: fen(take.fen),
    shares,
    couponId,
  };
}

function priceLines(request: PriceRequest, discounts: readonly AppliedDiscount[]): PriceLine[] {
  const { lines, packingFen, delivery } = request;
  const fees = [
    { key: "packing", quantity: 1, grossFen: packingFen },
    { key: "delivery", quantity: 1, grossFen: delivery?.feeFen ?? fen(0) },
  ].filter((fee) => lines.length > 0 && fee.grossFen > 0);
  return [
    ...lines.map(({ quantity, totalFen }, at) => ({ key: String(at), quantity, grossFen: totalFen })),
    ...fees,
  ].map((line) => {
    const own = discounts.flatMap(({ discountId, bearer, shares }) =>
      shares
        .filter((share) => share.key === line.key)
        .map((share) => ({ discountId, bearer, fen: share.fen })),
    );
    const discountFen = addFen(...own.map((discount) => discount.fen));
    return { ...line, discountFen, netFen: fen(line.grossFen - discountFen), discounts: own };
  });
}
