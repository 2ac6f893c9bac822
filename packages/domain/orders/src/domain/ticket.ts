import { chinaClockText, chinaDateText, chinaDay, yuanText } from "@sanqi/kernel";
import type { Order } from "./order.ts";

/** One printed row; `wide`: double size. A row with `right` has its second text at the right edge. */
export type TicketRow =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly align: "left" | "centre";
      readonly wide: boolean;
    }
  | { readonly kind: "pair"; readonly text: string; readonly right: string; readonly wide: boolean }
  | { readonly kind: "rule" }
  | { readonly kind: "cut" };

export type Ticket = { readonly orderNo: string; readonly rows: readonly TicketRow[] };

const text = (words: string, wide = false): TicketRow => ({ kind: "text", text: words, align: "left", wide });
const centre = (words: string, wide = false): TicketRow => ({
  kind: "text",
  text: words,
  align: "centre",
  wide,
});
const pair = (left: string, right: string, wide = false): TicketRow => ({
  kind: "pair",
  text: left,
  right,
  wide,
});
const rule: TicketRow = { kind: "rule" };

const handoverWords = { delivery: "外送", pickup: "自取", table: "堂食" } as const;

const range = (from: number, to: number) => `${chinaClockText(from)}–${chinaClockText(to)}`;

/** When it has to be ready, as the kitchen says it; a pre-order for another day must not be cooked today. */
function due({ slot, promise, handover }: Order, now: number): string {
  if (slot) {
    const day = chinaDay(slot.from) === chinaDay(now) ? "" : `${chinaDateText(slot.from)} `;
    return `预订 ${day}${range(slot.from, slot.to)}`;
  }
  if (handover === "table") return "现做现上";
  return `约 ${range(promise.earliest, promise.latest)} ${handover === "pickup" ? "可取" : "送达"}`;
}

/**
 * An order as its kitchen prints it: what to cook first, then where it goes. Neither name nor phone of the student stands on
 * paper that lies on a counter. The kitchen's language is Chinese.
 */
export function ticketOf(order: Order, now: number): Ticket {
  const { amounts } = order;
  const dishes = order.lines.flatMap((line) => [
    pair(line.name, `×${line.quantity}`, true),
    ...(line.choices.length > 0 ? [text(`  ${line.choices.map((choice) => choice.name).join("、")}`)] : []),
  ]);
  const money = [
    pair("餐品", yuanText(amounts.goodsFen)),
    ...(amounts.packingFen > 0 ? [pair("打包", yuanText(amounts.packingFen))] : []),
    ...(amounts.deliveryFeeFen > 0 ? [pair("配送", yuanText(amounts.deliveryFeeFen))] : []),
    ...order.discounts.map((discount) => pair(discount.name.zh, `-${yuanText(discount.fen)}`)),
    pair("实付", yuanText(amounts.totalFen), true),
  ];
  return {
    orderNo: order.orderNo,
    rows: [
      centre(`${handoverWords[order.handover]} ${order.orderNo}`, true),
      centre(order.shop.name),
      centre(due(order, now)),
      rule,
      ...dishes,
      ...(order.note ? [rule, text(`备注：${order.note}`, true)] : []),
      text(order.cutlery > 0 ? `餐具 ${order.cutlery} 份` : "无需餐具"),
      rule,
      ...money,
      rule,
      text(order.place.name, true),
      text(`下单 ${chinaClockText(order.placedAt)}`),
      { kind: "cut" },
    ],
  };
}
