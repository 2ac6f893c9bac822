import type { RiderPosition } from "@sanqi/delivery";
import type { AccountId, CampusId, OrderId, ShopId } from "@sanqi/kernel";

/** A hint that something changed; whoever receives it reads the state anew, so a lost or doubled hint does no harm. */
export type OrderHint = {
  readonly kind: "order";
  readonly campusId: CampusId;
  readonly orderId: OrderId;
  readonly shopId: ShopId;
  readonly version: number;
  readonly type: string;
};
export type RiderHint = {
  readonly kind: "rider";
  readonly campusId: CampusId;
  readonly riderId: AccountId;
  readonly position: RiderPosition;
};
export type Hint = OrderHint | RiderHint;

/** Hints may have been missed: whoever follows anything reads it again. */
export type Again = { readonly kind: "again" };

export type LiveFeed = {
  /** Hints that match, from now on, until the signal aborts. A slow reader gets the newest of each order, not all. */
  follow(matches: (hint: Hint) => boolean, signal: AbortSignal): AsyncIterable<Hint | Again>;
  publish(hint: Hint): void;
  /** Told of everything before any follower is: whoever reads upon a hint must find what is kept up to date. */
  hearFirst(hear: (news: Hint | Again) => void): void;
};
