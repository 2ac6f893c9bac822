import type { AccountId, CampusId, DishId, OrderId, PlaceId, Point, Result, ShopId } from "@sanqi/kernel";
import type {
  Decision,
  Order,
  OrderError,
  PlacementError,
  PricedDish,
  PricedShop,
  Stage,
  StoryEntry,
} from "../domain/index.ts";

/** A shop as the order path needs it: prices, stock of a day, open or not. */
export type OrderableShop = Omit<PricedShop, "dishes"> & {
  readonly shopId: ShopId;
  readonly name: string;
  readonly nameEn: string;
  readonly point: Point;
  readonly open: boolean;
  readonly opensAt: string | null;
  readonly dishes: ReadonlyMap<DishId, PricedDish & { readonly dailyStock: number }>;
};

export type MenuReader = {
  shop(campusId: CampusId, shopId: ShopId, now: number): Promise<OrderableShop | null>;
};

export type ServedPlace = {
  readonly placeId: PlaceId;
  readonly name: string;
  readonly nameEn: string;
  readonly point: Point;
};

/** Where a shop delivers, and when it would be there; null where it does not. */
export type DeliveryPlanner = {
  plan(request: {
    campusId: CampusId;
    shop: Pick<OrderableShop, "shopId" | "point">;
    placeId: PlaceId;
    now: number;
  }): Promise<{
    place: ServedPlace;
    promise: { earliest: number; latest: number };
  } | null>;
};

export type Portion = {
  readonly dishId: DishId;
  readonly name: string;
  readonly nameEn: string;
  readonly quantity: number;
  readonly dailyStock: number;
};

export type Placement = {
  readonly decision: Decision;
  readonly key: string;
  /** Digest of what was asked: the same key with another content is a client's mistake. */
  readonly fingerprint: string;
  readonly portions: readonly Portion[];
  readonly day: string;
  readonly traceId: string;
};

export type PlacementOutcome =
  | { readonly kind: "placed" }
  | { readonly kind: "tooManyUnpaid" }
  | { readonly kind: "repeated"; readonly order: Order; readonly fingerprint: string }
  | Extract<PlacementError, { kind: "soldOut" }>;

export type Change = { readonly campusId: CampusId; readonly orderId: OrderId; readonly traceId: string };
export type Decide = (order: Order) => Result<Decision, OrderError>;

export type OrderStore = {
  nextNumber(): Promise<string>;
  /** The order that this key made before, if any. */
  placedWith(
    campusId: CampusId,
    accountId: AccountId,
    key: string,
  ): Promise<{ order: Order; fingerprint: string } | null>;
  /** Order, lines, stock, story and event in one transaction, or nothing. */
  place(placement: Placement): Promise<PlacementOutcome>;
  load(campusId: CampusId, orderId: OrderId): Promise<Order | null>;
  /** Locks the order, decides on its newest state, saves the decision with its events; nothing where it is refused. */
  change(change: Change, decide: Decide): Promise<Result<Order, OrderError>>;
  /** Compares and counts in one statement; five wrong codes close the door for two minutes. */
  checkPickupCode(order: {
    campusId: CampusId;
    orderId: OrderId;
    code: string;
    now: number;
  }): Promise<"right" | "wrong" | "locked">;
  rate(review: {
    campusId: CampusId;
    orderId: OrderId;
    shopId: ShopId;
    accountId: AccountId;
    stars: number;
    comment: string;
    at: number;
  }): Promise<boolean>;
  rating(campusId: CampusId, orderId: OrderId): Promise<{ stars: number; comment: string } | null>;
  ofAccount(
    campusId: CampusId,
    accountId: AccountId,
    page: { before: number | null; limit: number },
  ): Promise<(Order & { rated: boolean })[]>;
  inKitchen(campusId: CampusId, shopIds: readonly ShopId[]): Promise<Order[]>;
  kitchenDay(
    campusId: CampusId,
    shopIds: readonly ShopId[],
    day: string,
  ): Promise<{ orders: number; goodsFen: number; refused: number; cookMinutes: number | null }>;
  forRiders(campusId: CampusId, riderId: AccountId): Promise<Order[]>;
  riderDay(
    campusId: CampusId,
    riderId: AccountId,
    day: string,
  ): Promise<{ deliveries: number; feeFen: number }>;
  /** `text` matches number, shop, place, rider and id; an empty one matches all. */
  ofDay(
    campusId: CampusId,
    wanted: { day: string; stage: Stage | null; text: string; limit: number },
  ): Promise<Order[]>;
  story(campusId: CampusId, orderId: OrderId): Promise<StoredStep[]>;
  /** Unpaid orders past their time, oldest first, over all campuses. */
  overdue(now: number, limit: number): Promise<{ campusId: CampusId; orderId: OrderId }[]>;
  /** Paid orders that no kitchen accepted and whose time ends at `dueBefore` or earlier, also those warned of or only others. */
  unaccepted(
    dueBefore: number,
    which: { warned: boolean },
    limit: number,
  ): Promise<{ campusId: CampusId; orderId: OrderId }[]>;
  /** Delivered long ago and still not completed. */
  deliveredBefore(at: number, limit: number): Promise<{ campusId: CampusId; orderId: OrderId }[]>;
  stockLeft(campusId: CampusId, dishIds: readonly DishId[], day: string): Promise<Map<DishId, number>>;
  ratings(campusId: CampusId): Promise<Map<ShopId, { rating: number; count: number }>>;
  /** Orders that each kitchen has still to cook; kitchens without any are left out. */
  kitchenQueues(campusId: CampusId, shopIds: readonly ShopId[]): Promise<Map<ShopId, number>>;
};

export type StoredStep = Pick<
  StoryEntry,
  "at" | "actorKind" | "actorId" | "from" | "to" | "reason" | "traceId"
> & {
  readonly command: string;
  readonly actorName: string;
};
