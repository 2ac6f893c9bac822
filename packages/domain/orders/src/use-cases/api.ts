import type { AccountId, CampusId, Fen, Host, OrderId, PlaceId, Result, ShopId } from "@sanqi/kernel";
import type {
  CartLine,
  ConsoleOrderRow,
  KitchenBoard,
  OrderCard,
  OrderError,
  OrderView,
  Quote,
  RiderBoard,
  Stage,
  StoryEntry,
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
  readonly placeId: PlaceId;
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
  get(caller: Caller, orderId: OrderId): Outcome<OrderView>;
  list(
    caller: Caller,
    page: { before: number | null },
  ): Promise<{ orders: OrderCard[]; before: number | null }>;
  cancel(caller: Caller, order: { orderId: OrderId; reason: string }): Outcome<Done>;
  /** Asks whoever has the order to hurry, and tells how it stands; `nextAt`: when it may be urged again. */
  urge(caller: Caller, orderId: OrderId): Outcome<Done & Urging>;
  rate(caller: Caller, rating: { orderId: OrderId; stars: number; comment: string }): Outcome<Done>;
  kitchenBoard(caller: MerchantCaller): Promise<KitchenBoard>;
  accept(caller: MerchantCaller, orderId: OrderId): Outcome<Done>;
  refuse(caller: MerchantCaller, order: { orderId: OrderId; reason: string }): Outcome<Done>;
  markReady(caller: MerchantCaller, orderId: OrderId): Outcome<Done>;
  riderBoard(caller: Caller): Promise<RiderBoard>;
  claim(caller: Caller, orderId: OrderId): Outcome<Done>;
  pickUp(caller: Caller, orderId: OrderId): Outcome<Done>;
  deliver(caller: Caller, handover: { orderId: OrderId; code: string }): Outcome<Done>;
  /** May this account follow the order live, and as what? */
  partyOf(
    caller: Caller & { shopIds: readonly ShopId[] },
    orderId: OrderId,
  ): Promise<"student" | "merchant" | "rider" | null>;
  /** Who carries the order, for whoever follows it live. */
  riderOf(campusId: CampusId, orderId: OrderId): Promise<AccountId | null>;
  consoleOrders(
    campusId: CampusId,
    filter: { day: string; stage: Stage | null; text: string; limit: number },
  ): Promise<ConsoleOrderRow[]>;
  consoleOrder(campusId: CampusId, orderId: OrderId): Outcome<OrderView>;
  story(campusId: CampusId, orderId: OrderId): Outcome<StoryEntry[]>;
  operatorCancel(caller: Caller, order: { orderId: OrderId; reason: string }): Outcome<Done>;
};
