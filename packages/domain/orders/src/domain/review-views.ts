import type { OrderId, ShopId } from "@sanqi/kernel";

/** What a student said of an order, and what the kitchen answered. */
export type ReviewView = {
  readonly stars: number;
  readonly comment: string;
  readonly at: number;
  readonly answer: string | null;
  /** An operator took it off the shop's page, for this reason; its author still sees it. */
  readonly hidden: string | null;
};

/** A review on its shop's page: nothing tells who wrote it, neither the order nor the moment. */
export type ShopReview = Pick<ReviewView, "stars" | "comment" | "answer"> & {
  readonly reviewId: string;
  /** The day in China, "2026-11-22". */
  readonly day: string;
  readonly dishes: readonly string[];
};

/** A review as kitchen and operators see it. */
export type DeskReview = ReviewView & {
  readonly reviewId: string;
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly shopId: ShopId;
  readonly shopName: string;
};
