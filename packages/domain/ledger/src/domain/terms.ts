import { type Fen, fen } from "@sanqi/kernel";

/** What holds for a whole campus from a day on. */
export type CampusTerms = {
  /** Of the goods after the shop's own discounts, in thousandths; packing is free of it. */
  readonly commissionPermille: number;
  /** The rider's part of the delivery fee, in thousandths. */
  readonly riderSharePermille: number;
  /** A delivery pays its rider at least this, even where the fee is less. */
  readonly riderMinimumFen: Fen;
  readonly payoutEvery: "day" | "week";
  /** Less is carried on to the next pay-out. */
  readonly payoutMinimumFen: Fen;
};

/** What one shop has agreed otherwise; null: as its campus. */
export type ShopTerms = { readonly commissionPermille: number | null };

/** The terms of one order, copied into its posting: a later agreement never rewrites the past. */
export type AppliedTerms = Pick<CampusTerms, "commissionPermille" | "riderSharePermille" | "riderMinimumFen">;

/** Until somebody agrees on something: nobody pays commission, and riders get the whole fee. */
export const foundingTerms: CampusTerms = {
  commissionPermille: 0,
  riderSharePermille: 1000,
  riderMinimumFen: fen(0),
  payoutEvery: "week",
  payoutMinimumFen: fen(100),
};

/** The terms that an order of a shop gets. */
export const applied = (campus: CampusTerms, shop: ShopTerms | null): AppliedTerms => ({
  commissionPermille: shop?.commissionPermille ?? campus.commissionPermille,
  riderSharePermille: campus.riderSharePermille,
  riderMinimumFen: campus.riderMinimumFen,
});
