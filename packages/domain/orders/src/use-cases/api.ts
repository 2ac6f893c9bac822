import type {
  AccountId,
  CampusId,
  CouponId,
  Fen,
  Host,
  OrderId,
  PictureId,
  PlaceId,
  Result,
  ShopId,
  TableId,
} from "@sanqi/kernel";
import type {
  AfterSaleCase,
  AfterSaleItem,
  AfterSaleReason,
  CartLine,
  ConsoleOrderRow,
  DaySummary,
  DeskReview,
  Handover,
  KitchenBoard,
  LineAmount,
  OrderCard,
  OrderError,
  OrderView,
  Quote,
  RefundBearer,
  RiderBoard,
  ShopReview,
  Stage,
  StoryEntry,
  Ticket,
  Urging,
} from "../domain/index.ts";

/** Who is asking: always from the session, never from the input. */
export type Caller = {
  readonly campusId: CampusId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly traceId: string;
};
export type MerchantCaller = Caller & { readonly shopIds: readonly ShopId[] };
type Outcome<T> = Promise<Result<T, OrderError>>;
type Done = { readonly orderId: OrderId; readonly version: number };

export type Cart = {
  readonly shopId: ShopId;
  readonly handover: Handover;
  /** Needed for delivery. */
  readonly placeId: PlaceId | null;
  /** Needed at a table. */
  readonly tableId: TableId | null;
  /** The beginning of the wanted slot, epoch ms; null: as soon as it can be. */
  readonly slotFrom: number | null;
  readonly couponIds: readonly CouponId[];
  readonly lines: readonly CartLine[];
};
export type PlaceOrder = Cart & {
  /** Made by the client once per intent to order; the same key always answers with the same order. */
  readonly key: string;
  readonly host: Host;
  readonly note: string;
  readonly cutlery: number;
  readonly contactPhone: string | null;
  /** What the person saw on the pay button. */
  readonly expectedTotalFen: Fen;
};

export type OrderUseCases = {
  quote(caller: Caller, cart: Cart): Outcome<Quote>;
  place(caller: Caller, order: PlaceOrder): Outcome<Done & { totalFen: Fen; payBy: number }>;
  /** What an order by phone would cost: without offers that belong to a person. */
  quoteByPhone(caller: Caller, cart: Cart): Outcome<Quote>;
  /** Somebody ordered by phone: the operator places it, and it is paid by its pay code. */
  placeByPhone(
    caller: Caller,
    order: Omit<PlaceOrder, "host" | "couponIds"> & { contactPhone: string },
  ): Outcome<Done & { totalFen: Fen; payBy: number }>;
  /** Never older than `seen`, the version that the person has seen; without one, as it is now. */
  get(caller: Caller, orderId: OrderId, seen?: number | null): Outcome<OrderView>;
  list(
    caller: Caller,
    page: { before: number | null },
  ): Promise<{ orders: OrderCard[]; before: number | null }>;
  cancel(caller: Caller, order: { orderId: OrderId; reason: string }): Outcome<Done>;
  /** Asks whoever has the order to hurry, and tells how it stands; `nextAt`: when it may be urged again. */
  urge(caller: Caller, orderId: OrderId): Outcome<Done & Urging>;
  rate(caller: Caller, rating: { orderId: OrderId; stars: number; comment: string }): Outcome<Done>;
  /** The newest reviews of a shop; `before`: as the last page said it, to be sent back as it is. */
  reviews(
    campusId: CampusId,
    page: { shopId: ShopId; before: string | null },
  ): Promise<{ reviews: ShopReview[]; before: string | null }>;
  complain(
    caller: Caller,
    complaint: {
      orderId: OrderId;
      reason: AfterSaleReason;
      words: string;
      items: readonly AfterSaleItem[];
      pictureIds: readonly PictureId[];
    },
  ): Outcome<Done>;
  withdraw(caller: Caller, orderId: OrderId): Outcome<Done>;
  kitchenBoard(caller: MerchantCaller): Promise<KitchenBoard>;
  accept(caller: MerchantCaller, orderId: OrderId): Outcome<Done>;
  refuse(caller: MerchantCaller, order: { orderId: OrderId; reason: string }): Outcome<Done>;
  startCooking(caller: MerchantCaller, orderId: OrderId): Outcome<Done>;
  markReady(caller: MerchantCaller, orderId: OrderId): Outcome<Done>;
  /** In the shop: at the counter against the student's code, at a table without one. */
  handOver(caller: MerchantCaller, handover: { orderId: OrderId; code: string | null }): Outcome<Done>;
  ticket(caller: MerchantCaller, orderId: OrderId): Outcome<Ticket>;
  daySummary(caller: MerchantCaller, day: string): Promise<DaySummary>;
  merchantReviews(
    caller: MerchantCaller,
    page: { before: string | null },
  ): Promise<{ reviews: DeskReview[]; before: string | null }>;
  answerReview(caller: MerchantCaller, answer: { orderId: OrderId; words: string }): Outcome<true>;
  merchantAfterSales(caller: MerchantCaller, filter: { open: boolean }): Promise<AfterSaleCase[]>;
  /** Agreeing gives the portions complained about back at the kitchen's cost. */
  answerAfterSale(
    caller: MerchantCaller,
    answer: { orderId: OrderId; agrees: boolean; words: string },
  ): Outcome<Done>;
  riderBoard(caller: Caller): Promise<RiderBoard>;
  claim(caller: Caller, orderId: OrderId): Outcome<Done>;
  pickUp(caller: Caller, orderId: OrderId): Outcome<Done>;
  deliver(caller: Caller, handover: { orderId: OrderId; code: string }): Outcome<Done>;
  /** May this account follow the order live, and as what? */
  partyOf(
    caller: Caller & { shopIds: readonly ShopId[] },
    orderId: OrderId,
  ): Promise<"student" | "merchant" | "rider" | null>;
  consoleOrders(
    campusId: CampusId,
    filter: { day: string; stage: Stage | null; text: string; limit: number },
  ): Promise<ConsoleOrderRow[]>;
  consoleOrder(campusId: CampusId, orderId: OrderId): Outcome<OrderView>;
  story(campusId: CampusId, orderId: OrderId): Outcome<StoryEntry[]>;
  operatorCancel(caller: Caller, order: { orderId: OrderId; reason: string }): Outcome<Done>;
  consoleReviews(
    campusId: CampusId,
    page: { before: string | null },
  ): Promise<{ reviews: DeskReview[]; before: string | null }>;
  /** With a reason it is hidden, without one it is shown again. */
  hideReview(caller: Caller, review: { orderId: OrderId; reason: string | null }): Outcome<true>;
  consoleAfterSales(campusId: CampusId, filter: { open: boolean }): Promise<AfterSaleCase[]>;
  /** A complaint that reached the desk by phone or in person. */
  complainFor(caller: Caller, complaint: Parameters<OrderUseCases["complain"]>[1]): Outcome<Done>;
  decideAfterSale(
    caller: Caller,
    verdict: { orderId: OrderId; parts: readonly LineAmount[]; bearer: RefundBearer; words: string },
  ): Outcome<Done>;
};
