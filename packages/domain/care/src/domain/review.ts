import { type Finding, findMealGap } from "./meal-gap.ts";
import type { DayCount } from "./views.ts";

export type OpenAlert = { readonly alertId: string; readonly since: string; readonly reasonZh: string };
export type Review =
  | { readonly kind: "nothing" }
  | { readonly kind: "open"; readonly finding: Finding }
  /** The gap goes on: its words change, and it may have become more serious. */
  | { readonly kind: "update"; readonly alertId: string; readonly finding: Finding }
  | { readonly kind: "close"; readonly alertId: string };

/** What one look at a consenting student changes. An open alert ends by a meal, not because time passes. */
export function review(meals: readonly DayCount[], open: OpenAlert | null, now: number): Review {
  if (open && meals.some((m) => m.meals > 0 && m.day >= open.since))
    return { kind: "close", alertId: open.alertId };
  const finding = findMealGap(meals, now);
  if (!finding) return { kind: "nothing" };
  if (!open) return { kind: "open", finding };
  if (finding.since !== open.since || finding.reason.zh === open.reasonZh) return { kind: "nothing" };
  return { kind: "update", alertId: open.alertId, finding };
}
