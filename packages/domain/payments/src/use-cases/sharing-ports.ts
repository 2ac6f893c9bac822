import type { AccountId, CampusId, Fen, OrderId, PaymentId, RefundId, Result, ShopId } from "@sanqi/kernel";
import type { Payment } from "../domain/index.ts";
import type {
  Share,
  ShareAccount,
  ShareOutcome,
  SharePart,
  ShareParty,
  ToldPart,
  WantedPart,
} from "../domain/sharing.ts";
import type { Channel, GatewayError } from "./ports.ts";

/** Who receives a party's part of a shop's orders at one platform. `name` is personal data: it goes to the platform only. */
export type ShareReceiver = {
  readonly campusId: CampusId;
  readonly shopId: ShopId;
  readonly channel: Channel;
  readonly party: ShareParty;
  readonly kind: ShareAccount["kind"];
  readonly account: string;
  readonly name: string;
  readonly active: boolean;
};

/** Which share a call speaks of. `transactionId` is the platform's number of the payment. */
export type ShareKey = { readonly paymentId: PaymentId; readonly transactionId: string };

export type ShareRequest = ShareKey & {
  readonly parts: readonly (ShareAccount & { readonly amount: Fen })[];
  readonly reason: string;
};

export type ShareReturn = ShareKey & {
  readonly refundId: RefundId;
  readonly party: ShareParty;
  readonly from: ShareAccount;
  readonly amount: Fen;
  readonly reason: string;
};

/** One platform's profit sharing. All numbers derive from the payment: repeating a call never moves money twice. */
export type SharingGateway = {
  /** Tells the platform who may receive; known already is fine. */
  addReceiver(receiver: ShareAccount & { readonly name: string }): Promise<Result<"known", GatewayError>>;
  /** What became of each receiver's part; carried out is not yet arrived. */
  share(request: ShareRequest): Promise<Result<ToldPart[], GatewayError>>;
  /** `ok(null)`: the platform never accepted it, or cannot say: share again with the same content. */
  query(request: ShareRequest): Promise<Result<ToldPart[] | null, GatewayError>>;
  /** Gives what was not shared to us, under a number of its own. */
  unfreeze(which: ShareKey & { readonly reason: string }): Promise<Result<"free", GatewayError>>;
  /** Takes a part back before a refund; null where the platform does it within the refund (`RefundRequest.sharesBack`). */
  readonly returnShare:
    | ((back: ShareReturn) => Promise<Result<"returned" | "processing", GatewayError>>)
    | null;
};

export type SharingGateways = Readonly<Record<Channel, SharingGateway>>;

/** What sharing must know of orders; owned here, answered by orders and the ledger. */
export type SharedOrders = {
  shopOf(campusId: CampusId, orderId: OrderId): Promise<ShopId | null>;
  /** When the order was handed over (null: not yet), and whether an after-sale case of it is open. */
  afterSale(
    campusId: CampusId,
    orderId: OrderId,
  ): Promise<{ readonly handedOverAt: number | null; readonly caseOpen: boolean }>;
  /** What each party is owed of an order, refunds taken off; null until its hand-over has been booked. */
  owed(
    campusId: CampusId,
    orderId: OrderId,
  ): Promise<{ readonly merchantFen: Fen; readonly riderFen: Fen } | null>;
};

/** Who changed something, kept with the change for good. */
export type SharingStep = { readonly by: AccountId; readonly at: number; readonly traceId: string };

export type DueShare = Share & { readonly asked: number };

/** A part that a refund takes back. */
export type PlannedReturn = {
  readonly party: ShareParty;
  readonly from: ShareAccount;
  readonly amountFen: Fen;
  readonly state: "requested" | "done" | "failed";
};

export type SharingStore = {
  receivers(campusId: CampusId): Promise<ShareReceiver[]>;
  /** With what it was before, who changed it and when. "accountTaken": the shop's other party receives there. */
  saveReceiver(receiver: ShareReceiver, step: SharingStep): Promise<"saved" | "accountTaken">;
  /** Marks a payment that was just opened as one to be shared. */
  plan(payment: Payment, now: number): Promise<void>;
  isPlanned(paymentId: PaymentId): Promise<boolean>;
  /** The order is completed: its planned shares have their turn at `askAt`, unless they know their time already. */
  planTurn(order: { campusId: CampusId; orderId: OrderId; askAt: number }): Promise<void>;
  /** Decides the paid shares of an order that are only planned, under the locks of their payments. */
  request(request: {
    campusId: CampusId;
    orderId: OrderId;
    now: number;
    decide(paid: { channel: Channel; paidFen: Fen; refundedFen: Fen }): WantedPart[];
  }): Promise<void>;
  due(now: number, limit: number): Promise<DueShare[]>;
  /** Sent to the platform and not ended after so many questions, the oldest question first. */
  open(campusId: CampusId, askedAtLeast: number): Promise<DueShare[]>;
  /** Takes over new results, with the events of parts that arrived or never will. */
  settle(settled: {
    campusId: CampusId;
    paymentId: PaymentId;
    take(share: Share): { state: Share["state"]; parts: readonly SharePart[] } | null;
    now: number;
    askAt: number;
    traceId: string;
  }): Promise<void>;
  /** Ends a share on an operator's word, with the same events; `decide` null: it does not hang. */
  settleByHand(settled: {
    campusId: CampusId;
    paymentId: PaymentId;
    outcome: ShareOutcome;
    words: string;
    decide(share: DueShare): { state: Share["state"]; parts: readonly SharePart[] } | null;
    step: SharingStep;
  }): Promise<Share["state"] | "notFound" | "notStuck">;
  askLater(campusId: CampusId, paymentId: PaymentId, askAt: number | null): Promise<void>;
  restIsFree(campusId: CampusId, paymentId: PaymentId): Promise<void>;
  /**
   * What a refund takes back; decided once, the same for every repetition. null: nothing of this payment was shared.
   * "underWay": the platform has not said yet who received what.
   */
  planReturns(refund: {
    refundId: RefundId;
    paymentId: PaymentId;
    now: number;
  }): Promise<{ readonly share: Share; readonly returns: readonly PlannedReturn[] } | "underWay" | null>;
  settleReturn(settled: {
    share: Share;
    refundId: RefundId;
    party: ShareParty;
    failure: string | null;
    now: number;
    traceId: string;
  }): Promise<void>;
};

export type SharingAlarms = {
  raise(
    kind: "shareFailed" | "shareMismatch" | "shareReturnFailed" | "shareRestFrozen" | "shareStuck",
    fields: Record<string, unknown>,
  ): void;
};
