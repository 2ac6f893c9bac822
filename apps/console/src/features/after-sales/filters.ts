import type { AfterSaleReason } from "@sanqi/orders";
import { afterSaleReasons } from "@sanqi/orders";
import type { Case } from "./use-after-sales.ts";

/** What the desk looks at; all of it stands in the address. */
export type CaseFilters = {
  /** Also those that are closed. */
  readonly all: boolean;
  /** Only those that wait for the desk: answered, or not answered in time. */
  readonly due: boolean;
  readonly reason: AfterSaleReason | null;
  readonly shopId: string | null;
};

export function readCaseFilters(address: URLSearchParams): CaseFilters {
  return {
    all: address.get("show") === "all",
    due: address.get("due") === "1",
    reason: afterSaleReasons.find((name) => name === address.get("reason")) ?? null,
    shopId: address.get("shop"),
  };
}

export function writeCaseFilters({ all, due, reason, shopId }: CaseFilters): URLSearchParams {
  const address = new URLSearchParams();
  if (all) address.set("show", "all");
  if (due) address.set("due", "1");
  if (reason) address.set("reason", reason);
  if (shopId) address.set("shop", shopId);
  return address;
}

export const isOpen = ({ afterSale }: Pick<Case, "afterSale">): boolean =>
  afterSale.state === "opened" || afterSale.state === "answered";

/** The kitchen has had its time. */
export const isOverdue = (
  { afterSale, answerBy }: Pick<Case, "afterSale" | "answerBy">,
  now: number,
): boolean => afterSale.state === "opened" && now > answerBy;

/** Somebody at the desk has to decide. */
export const isDue = (one: Pick<Case, "afterSale" | "answerBy">, now: number): boolean =>
  one.afterSale.state === "answered" || isOverdue(one, now);

const rank = (one: Case, now: number) => (isDue(one, now) ? 0 : isOpen(one) ? 1 : 2);

/** Those that wait for the desk first, then the open ones; within each the oldest first, of the ended ones the newest. */
export function applyCaseFilters(cases: readonly Case[], filters: CaseFilters, now: number): Case[] {
  return cases
    .filter(
      (one) =>
        (!filters.due || isDue(one, now)) &&
        (!filters.reason || one.afterSale.reason === filters.reason) &&
        (!filters.shopId || one.shopId === filters.shopId),
    )
    .sort((a, b) => {
      const byRank = rank(a, now) - rank(b, now);
      const byAge = a.afterSale.openedAt - b.afterSale.openedAt;
      return byRank || (isOpen(a) ? byAge : -byAge);
    });
}
