import type { AccountId, CampusId, Fen, Host, OrderId, PaymentId, RefundId, Result } from "@sanqi/kernel";
import type { Payment, PaymentError, PaymentState, Refund } from "../domain/index.ts";

/** Who takes the money. In DingTalk it is Alipay too, through an app order string. */
export type Channel = "wechatPay" | "alipay";

/** What the client needs to open the host's cashier. */
export type PayParams =
  | {
      readonly kind: "wechat";
      readonly timeStamp: string;
      readonly nonceStr: string;
      readonly package: string;
      readonly signType: "RSA";
      readonly paySign: string;
    }
  | { readonly kind: "alipay"; readonly tradeNo: string }
  | { readonly kind: "alipayApp"; readonly orderString: string };

/** `refused` is final: nothing happened. `unknown` means that it may have happened: ask before doing anything else. */
export type GatewayError =
  | { readonly kind: "gatewayRefused"; readonly code: string; readonly detail: string }
  | { readonly kind: "gatewayUnknown"; readonly detail: string };

export type PrepareRequest = {
  /** Also the merchant's order number at the platform; the same id always means the same payment. */
  readonly paymentId: PaymentId;
  readonly host: Host;
  /** The platform's id of the person who pays: openid (WeChat), open_id or user_id (Alipay), none in DingTalk. */
  readonly payer: { readonly subjectKind: string; readonly subject: string } | null;
  readonly amount: Fen;
  readonly description: string;
  /** Epoch ms; the platform refuses to take money after it. */
  readonly expiresAt: number;
  readonly notifyUrl: string;
};

export type GatewayPayment = {
  readonly paymentId: PaymentId;
  readonly state: "unpaid" | "paid" | "closed" | "refunded";
  /** The platform's own number, once there is one. */
  readonly transactionId: string | null;
  readonly amount: Fen | null;
  readonly currency: string;
  readonly paidAt: number | null;
};

export type GatewayRefund = {
  readonly refundId: RefundId;
  readonly state: "processing" | "succeeded" | "closed" | "abnormal";
  readonly amount: Fen;
};

export type RefundRequest = {
  /** The same id always means the same refund; repeat it freely. */
  readonly refundId: RefundId;
  readonly paymentId: PaymentId;
  readonly amount: Fen;
  readonly total: Fen;
  readonly reason: string;
  readonly notifyUrl: string;
};

/** A webhook as it arrived: the signature covers the raw bytes. Header names in lower case. */
export type RawNotification = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
};

export type GatewayNotification =
  | { readonly kind: "payment"; readonly notificationId: string; readonly payment: GatewayPayment }
  | {
      readonly kind: "refund";
      readonly notificationId: string;
      readonly refund: GatewayRefund;
      readonly paymentId: PaymentId;
    }
  | { readonly kind: "ignored"; readonly notificationId: string; readonly reason: string };

export type NotificationError = {
  readonly kind: "notificationForged" | "notificationStale" | "notificationMalformed";
  readonly detail: string;
};

/** One payment platform. Every call that moves money carries the id of what it moves; repeating it is safe. */
export type PaymentGateway = {
  readonly channel: Channel;
  prepare(request: PrepareRequest): Promise<Result<{ params: PayParams; expiresAt: number }, GatewayError>>;
  /** `ok(null)`: the platform does not know this payment. */
  query(paymentId: PaymentId): Promise<Result<GatewayPayment | null, GatewayError>>;
  /** Idempotent; refused with code "ORDER_PAID" when it has been paid meanwhile. */
  close(paymentId: PaymentId): Promise<Result<"closed", GatewayError>>;
  refund(request: RefundRequest): Promise<Result<GatewayRefund, GatewayError>>;
  /** `ok(null)`: the platform never accepted this refund. */
  queryRefund(refund: {
    refundId: RefundId;
    paymentId: PaymentId;
  }): Promise<Result<GatewayRefund | null, GatewayError>>;
  /** Verifies signature and freshness, decrypts, and checks that it is addressed to us (merchant, app). */
  readNotification(raw: RawNotification): Result<GatewayNotification, NotificationError>;
  /** What the platform wants to hear: `accepted` stops its retries. */
  answer(accepted: boolean): { status: number; contentType: string; body: string };
};

/** What an order owes, if this account may pay it now; owned here, answered by the orders domain. */
export type PayableOrders = {
  payable(
    campusId: CampusId,
    accountId: AccountId,
    orderId: OrderId,
  ): Promise<{ amountFen: Fen; description: string; payBy: number } | null>;
};

export type Gateways = Readonly<Record<Channel, PaymentGateway>>;

/** What the platform said about a payment, and what becomes of it here. */
export type Settlement = {
  readonly payment: Payment;
  readonly effect: "paid" | "closed" | "none" | "mismatch";
};

export type PaymentStore = {
  /**
   * The open payment of the order, or the one given, now stored; `busy` where another host's is open. `otherOrder`: the
   * account has used this key to pay for another order.
   */
  open(
    payment: Payment,
    key: string,
  ): Promise<
    | { kind: "opened" | "reused"; payment: Payment }
    | { kind: "busy"; payment: Payment }
    | { kind: "paid" }
    | { kind: "otherOrder" }
  >;
  load(campusId: CampusId, paymentId: PaymentId): Promise<Payment | null>;
  ofOrder(campusId: CampusId, orderId: OrderId): Promise<{ payments: Payment[]; refunds: Refund[] }>;
  /**
   * Takes over what the platform says, under the payment's lock: paid exactly once, with its event; an amount or currency
   * that differs changes nothing. `askAt` plans the next question where the state stays open, `lastQuestionAt` one more
   * where it becomes closed: an order string on a phone can outlive our closing.
   */
  settle(known: {
    campusId: CampusId;
    answer: GatewayPayment;
    now: number;
    askAt: number | null;
    lastQuestionAt?: number | null;
    traceId: string;
  }): Promise<Settlement | null>;
  /** The outcome of a call is not known: ask later. */
  markUnknown(campusId: CampusId, paymentId: PaymentId, askAt: number): Promise<void>;
  askLater(campusId: CampusId, paymentId: PaymentId, askAt: number | null): Promise<void>;
  due(now: number, limit: number): Promise<(Payment & { asked: number })[]>;
  /** Creates the refund of a payment once, with the event that has it sent; the first reason stays. */
  requestRefund(request: {
    campusId: CampusId;
    refundId: RefundId;
    paymentId: PaymentId;
    reason: string;
    now: number;
    traceId: string;
  }): Promise<void>;
  loadRefund(campusId: CampusId, refundId: RefundId): Promise<Refund | null>;
  settleRefund(known: {
    campusId: CampusId;
    answer: GatewayRefund;
    now: number;
    askAt: number | null;
    traceId: string;
  }): Promise<"succeeded" | "processing" | "failed" | "mismatch" | null>;
  askRefundLater(campusId: CampusId, refundId: RefundId, askAt: number): Promise<void>;
  /** The platform refused for good: told as an event. */
  failRefund(refusal: {
    campusId: CampusId;
    refundId: RefundId;
    failure: string;
    now: number;
    traceId: string;
  }): Promise<void>;
  /**
   * A failed refund under a new number. The first call only notes that the failure was seen: somebody must have looked at
   * the cause before money is asked for again. `settled`: it goes back already, or went back.
   */
  renewRefund(renewal: {
    campusId: CampusId;
    refundId: RefundId;
    newRefundId: RefundId;
    now: number;
    traceId: string;
  }): Promise<"noted" | "renewed" | "settled">;
  dueRefunds(now: number, limit: number): Promise<(Refund & { asked: number })[]>;
  /** Keeps a record of a notification and of what became of it, the first time that it arrives. */
  remember(n: {
    campusId: CampusId;
    channel: Channel;
    notificationId: string;
    subjectId: string;
    effect: string;
    now: number;
    traceId: string;
  }): Promise<void>;
};

/** Things that an operator must see: they are logged as errors and counted. */
export type Alarms = {
  raise(
    kind: "amountMismatch" | "refundFailed" | "notificationForged" | "paymentUnknown",
    fields: Record<string, unknown>,
  ): void;
};
export type { PaymentError, PaymentState };
