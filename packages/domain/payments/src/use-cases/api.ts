import type { AccountId, CampusId, Host, OrderId, PaymentId, Result } from "@sanqi/kernel";
import type { Payment, PaymentError, PaymentState, Refund } from "../domain/index.ts";
import type { PlatformHealth } from "./breakers.ts";
import type { Channel, PayableOrder, PayParams, RawNotification } from "./ports.ts";

type Outcome<T> = Promise<Result<T, PaymentError>>;

type Person = { readonly campusId: CampusId; readonly accountId: AccountId };
type Cashier = { paymentId: PaymentId; params: PayParams; amountFen: number; expiresAt: number };

/** What the person who ordered sees of the money; nothing about somebody else who paid. */
export type OrderMoney = {
  readonly payments: readonly (Pick<
    Payment,
    "paymentId" | "channel" | "host" | "state" | "amountFen" | "refundedFen" | "paidAt"
  > & { readonly byMe: boolean })[];
  readonly refunds: readonly (Pick<
    Refund,
    "refundId" | "amountFen" | "reason" | "requestedAt" | "finishedAt"
  > & {
    readonly state: "underWay" | "arrived";
  })[];
};

export type OrderMoneyUseCases = {
  /**
   * The client says that the cashier closed, or that money went although nothing shows it: the platform is asked, its answer
   * counts. For the payer and for whoever placed the order.
   */
  confirm(request: Person & { paymentId: PaymentId; traceId: string }): Outcome<{ state: PaymentState }>;
  /**
   * The same for every payment of an order (a payer who did not place it: for their own); `none`: there is none yet. The
   * platform is asked once in 3 seconds; in between, the last answer is given.
   */
  confirmOrder(
    request: Person & { orderId: OrderId; traceId: string },
  ): Outcome<{ state: PaymentState | "none" }>;
  /** For whoever placed the order. */
  seenByOwner(request: Person & { orderId: OrderId }): Outcome<OrderMoney>;
};

export type PayCodeUseCases = {
  /** A code with which anybody may pay for the caller's order until `payBy`; `path` is the page that asks for it. */
  payCode(
    request: Person & { orderId: OrderId },
  ): Outcome<{ readonly code: string; readonly path: string; readonly payBy: number }>;
  /** What the code is for; nothing about the person, the place or the dishes. */
  byCode(request: Person & { code: string }): Outcome<PayableOrder>;
  /** As `prepare`, with the caller as the payer. */
  prepareByCode(
    request: Person & {
      code: string;
      host: Host;
      key: string;
      traceId: string;
      payer: { subjectKind: string; subject: string } | null;
    },
  ): Outcome<Cashier>;
};

export type PaymentUseCases = OrderMoneyUseCases &
  PayCodeUseCases & {
    /** Opens (or re-opens) the payment of an order at the host's platform; the same key answers the same. */
    prepare(request: {
      campusId: CampusId;
      accountId: AccountId;
      orderId: OrderId;
      host: Host;
      key: string;
      traceId: string;
      payer: { subjectKind: string; subject: string } | null;
    }): Outcome<Cashier>;
    /** A webhook; answers what to tell the platform. */
    receiveNotification(request: {
      campusId: CampusId;
      channel: Channel;
      raw: RawNotification;
      traceId: string;
    }): Promise<{
      status: number;
      contentType: string;
      body: string;
    }>;
    /** How this process finds the platforms. While one is not "closed", its payments are paused; they resume by themselves. */
    health(): PlatformHealth[];
    /** Everything known about the money of one order, for the console. */
    ofOrder(campusId: CampusId, orderId: OrderId): Promise<{ payments: Payment[]; refunds: Refund[] }>;
  };
