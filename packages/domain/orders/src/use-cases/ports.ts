import type {
  AccountId,
  CampusId,
  CouponId,
  DishId,
  Fen,
  OrderId,
  PictureId,
  PlaceId,
  Point,
  Result,
  ShopId,
  TableId,
  Words,
} from "@sanqi/kernel";
import type {
  AfterSale,
  Coupon,
  DaySummary,
  Decision,
  DeliveryTariff,
  DeskReview,
  DiscountRule,
  Handover,
  Order,
  OrderError,
  PlacementError,
  PricedDish,
  ReviewView,
  ShopReview,
  Slot,
  Stage,
  StoryEntry,
} from "../domain/index.ts";

/** A dish with its portions of a day; `choiceStock` holds those choices ("size:large") that have a stock of their own. */
export type StockedDish = PricedDish & {
  readonly dailyStock: number;
  readonly choiceStock: ReadonlyMap<string, number>;
};

/** A shop as the order path needs it: prices, stock of a day, open or not. */
export type OrderableShop = {
  readonly shopId: ShopId;
  readonly name: string;
  readonly nameEn: string;
  readonly point: Point;
  readonly open: boolean;
  readonly opensAt: string | null;
  readonly opensDay: Words | null;
  /** Why it is closed out of turn. */
  readonly closedReason: Words | null;
  readonly minOrderFen: Fen;
  readonly packingFen: Fen;
  readonly tariff: DeliveryTariff;
  readonly handovers: readonly Handover[];
  /** Orders that the kitchen takes for one slot; null: no pre-orders. */
  readonly slotCapacity: number | null;
  /** The slots that can be ordered now, earliest first. */
  slots(): readonly Slot[];
  readonly dishes: ReadonlyMap<DishId, StockedDish>;
};

export type MenuReader = {
  shop(campusId: CampusId, shopId: ShopId, now: number): Promise<OrderableShop | null>;
  table(campusId: CampusId, tableId: TableId): Promise<{ shopId: ShopId; name: string } | null>;
};

export type ServedPlace = {
  readonly placeId: PlaceId;
  readonly name: string;
  readonly nameEn: string;
  readonly point: Point;
};

/** When a lunch would be there. */
export type DeliveryPlanner = {
  /** At a place of the campus; null where the shop does not deliver to it. */
  plan(request: {
    campusId: CampusId;
    shop: Pick<OrderableShop, "shopId" | "point">;
    placeId: PlaceId;
    now: number;
  }): Promise<{
    place: ServedPlace;
    walkMetres: number;
    promise: { earliest: number; latest: number };
  } | null>;
  /** At the shop's own counter. */
  atCounter(request: {
    campusId: CampusId;
    shopId: ShopId;
    now: number;
  }): Promise<{ earliest: number; latest: number } | null>;
};

/** Pictures of complaints; they are kept elsewhere. */
export type ComplaintPictures = {
  /** Keeps them for a complaint; false where one is not this account's, or is gone. */
  claim(
    campusId: CampusId,
    wanted: { pictureIds: readonly PictureId[]; ownerId: AccountId },
  ): Promise<boolean>;
  /** Where to look at one, for a while. */
  link(campusId: CampusId, pictureId: PictureId): string;
};

/** Which discounts there are for this person in this shop. */
export type OfferReader = {
  of(
    campusId: CampusId,
    who: { shopId: ShopId; accountId: AccountId; now: number },
  ): Promise<{ rules: readonly DiscountRule[]; held: readonly Coupon[]; isNew: boolean }>;
};

export type Portion = {
  readonly dishId: DishId;
  readonly name: string;
  readonly nameEn: string;
  readonly quantity: number;
  readonly dailyStock: number;
};

export type ChoicePortion = Portion & { readonly choice: string };

export type Placement = {
  readonly decision: Decision;
  readonly key: string;
  /** Digest of what was asked: the same key with another content is a client's mistake. */
  readonly fingerprint: string;
  readonly portions: readonly Portion[];
  /** Only of choices that have a stock of their own. */
  readonly choicePortions: readonly ChoicePortion[];
  /** Where the order is for a slot: how many orders it takes. */
  readonly slotCapacity: number | null;
  readonly couponIds: readonly CouponId[];
  /** An offer for newcomers made it cheaper: it holds only where this is the account's first order. */
  readonly forNewcomers: boolean;
  /** The day in China on which it is cooked. */
  readonly day: string;
  readonly traceId: string;
};

export type PlacementOutcome =
  | { readonly kind: "placed" }
  | { readonly kind: "tooManyUnpaid" }
  /** Another order of the account took the newcomers' offer in between: the price is another one now. */
  | { readonly kind: "notFirst" }
  | { readonly kind: "repeated"; readonly order: Order; readonly fingerprint: string }
  | Extract<PlacementError, { kind: "soldOut" | "slotFull" | "couponNotUsable" }>;

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
  /** Views of these orders; what does not exist is left out. */
  views(campusId: CampusId, orderIds: readonly OrderId[]): Promise<StoredView[]>;
  /** The review as a step of its order; nothing where it is refused, or there is one already. `then` follows where it can. */
  rate(
    change: Change,
    decide: Decide,
    review: { accountId: AccountId; stars: number; comment: string; at: number },
    then: Decide,
  ): Promise<Result<Order, OrderError>>;
  /** The kitchen's answer, written or changed, as a step of the order; refused where its shops have no such review. */
  answerReview(
    change: Change,
    decide: Decide,
    answer: { shopIds: readonly ShopId[]; words: string; by: AccountId; at: number },
  ): Promise<Result<Order, OrderError>>;
  /** Takes a review off its shop's page and out of its rating, or (reason null) puts it back, as a step of the order. */
  hideReview(
    change: Change,
    decide: Decide,
    hiding: { reason: string | null; by: AccountId; at: number },
  ): Promise<Result<Order, OrderError>>;
  /** Newest first; `before`: the id of the last one that was read. */
  shopReviews(
    campusId: CampusId,
    page: { shopId: ShopId; before: string | null; limit: number },
  ): Promise<(Omit<ShopReview, "day"> & { readonly at: number })[]>;
  /** `shopIds` null: of all shops. */
  deskReviews(
    campusId: CampusId,
    page: { shopIds: readonly ShopId[] | null; before: string | null; limit: number },
  ): Promise<DeskReview[]>;
  /** Complaints with their orders as they are now: open ones, the longest waiting first, or all, the newest first. */
  afterSales(
    campusId: CampusId,
    page: { shopIds: readonly ShopId[] | null; open: boolean; limit: number },
  ): Promise<{ order: Order; afterSale: AfterSale }[]>;
  daySummary(campusId: CampusId, shopIds: readonly ShopId[], day: string): Promise<DaySummary>;
  /** How many orders are taken for each slot; those without any are left out. */
  slotLoads(campusId: CampusId, shopId: ShopId, slots: readonly Slot[]): Promise<ReadonlyMap<number, number>>;
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
  /** Deliveries of this rider, and those that nobody has taken yet; pre-orders when their time comes near. */
  forRiders(campusId: CampusId, riderId: AccountId, now: number): Promise<Order[]>;
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
  /** Keyed by dish id, a blank and the choice; a choice that is not in the answer has all of its portions. */
  choicesLeft(
    campusId: CampusId,
    dishIds: readonly DishId[],
    day: string,
  ): Promise<ReadonlyMap<string, number>>;
  ratings(campusId: CampusId): Promise<Map<ShopId, { rating: number; count: number }>>;
  /** Orders that each kitchen has to cook now (pre-orders from an hour before); kitchens without any are left out. */
  kitchenQueues(campusId: CampusId, now: number): Promise<Map<ShopId, number>>;
};

/** What a student's view is made of, all of the same moment. */
export type StoredView = {
  readonly order: Order;
  readonly steps: readonly StoredStep[];
  readonly rating: ReviewView | null;
};

export type StoredStep = Pick<
  StoryEntry,
  "at" | "actorKind" | "actorId" | "from" | "to" | "reason" | "traceId"
> & {
  readonly command: string;
  readonly actorName: string;
};
