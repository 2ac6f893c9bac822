import type { Handover } from "@sanqi/orders";
import type { Outputs } from "@/rpc";

type Shop = Outputs["catalog"]["menu"]["shop"];
type Quote = Outputs["orders"]["quote"];

/** What the cart bar says; `wasFen` is the sum before discounts, where there are any. */
export type BarSums = {
  readonly totalFen: number;
  readonly wasFen: number | null;
  readonly packingFen: number;
  /** null: nobody carries it. */
  readonly deliveryFen: number | null;
};

/** The server's sum where it is the cart's, else the shop's own fees on the menu's prices. */
export function barSums(order: {
  goodsFen: number;
  shop: Pick<Shop, "packingFen" | "deliveryFeeFen">;
  handover: Handover;
  quote: Quote | null;
}): BarSums {
  const { goodsFen, shop, handover, quote } = order;
  const carried = handover === "delivery";
  if (quote && (quote.amounts.goodsFen as number) === goodsFen) {
    const { totalFen, discountFen, packingFen, deliveryFeeFen } = quote.amounts;
    return {
      totalFen,
      wasFen: discountFen > 0 ? totalFen + discountFen : null,
      packingFen,
      deliveryFen: carried ? deliveryFeeFen : null,
    };
  }
  const { packingFen, deliveryFeeFen } = shop;
  const totalFen = goodsFen + packingFen + (carried ? deliveryFeeFen : 0);
  return { totalFen, wasFen: null, packingFen, deliveryFen: carried ? deliveryFeeFen : null };
}
