import type { Outputs } from "@/rpc";

export type DaySummary = Outputs["merchant"]["daySummary"];
export type HourBar = { readonly key: string; readonly label: string; readonly value: number };

/** A bar for every hour from the first to the last with an order: an hour without one is shown, not left out. */
export function hourBars(byHour: DaySummary["byHour"]): HourBar[] {
  const counts = new Map(byHour.filter(({ orders }) => orders > 0).map(({ hour, orders }) => [hour, orders]));
  if (counts.size === 0) return [];
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index;
    return { key: String(hour), label: String(hour), value: counts.get(hour) ?? 0 };
  });
}

/** What of the day's orders is the kitchen's, before the campus's commission. */
export const ownFen = (
  day: Pick<DaySummary, "goodsFen" | "packingFen" | "ownDiscountFen" | "refundedFen">,
): number => day.goodsFen + day.packingFen - day.ownDiscountFen - day.refundedFen;
