import type { AccountId, CampusId, Fen, OrderId, PaymentId, RefundId, Result } from "@sanqi/kernel";
import type { PayCode, Payment, Refund, RefundRefusal, RefundWish } from "../domain/index.ts";
import type { Channel, GatewayPayment, GatewayRefund } from "./gateway-port.ts";

export type * from "./gateway-port.ts";

export type PayableOrder = {
  readonly amountFen: Fen;
  readonly payBy: number;
  readonly shopName: string;
  readonly shopNameEn: string;
  readonly orderNo: string;
};

/** Owned here, answered by the orders domain. */
export type PayableOrders = {
  /** What an order owes; null where it is not this account's, or nothing is to be paid (any more). */
  payable(campusId: CampusId, accountId: AccountId, orderId: OrderId): Promise<PayableOrder | null>;
  owns(campusId: CampusId, accountId: AccountId, orderId: OrderId): Promise<boolean>;
};

/** What the platform said about a payment, and what becomes of it here. */
export type Settlement = {
  readonly payment: Payment;
  readonly effect: "paid" | "closed" | "none" | "mismatch";
};

export type PayCodeStore = {
  /** False where the order has all the codes that one order may have. */
  addPayCode(code: PayCode): Promise<boolean>;
  payCode(campusId: CampusId, codeHash: string): Promise<PayCode | null>;
  notePayCodeUse(code: PayCode, use: { paymentId: PaymentId; usedAt: number }): Promise<void>;
  /** Counts a try as wrong; answers since when the account has typed too many, or null. */
  countPayCodeTry(campusId: CampusId, accountId: AccountId, now: number): Promise<number | null>;
  /** The last try was right. */
  forgivePayCodeTry(campusId: CampusId, accountId: AccountId): Promise<void>;
};

export type PaymentStore = PayCodeStore & {
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
  /**
   * Whether a person may have the platform asked about an order: no sooner than `pauseMs` after the last time, one of those who
   * ask together. It is kept at the order's first payment.
   */
  takeConfirmTurn(turn: {
    campusId: CampusId;
    paymentId: PaymentId;
    now: number;
    pauseMs: number;
  }): Promise<boolean>;
  due(channel: Channel, now: number, limit: number): Promise<(Payment & { asked: number })[]>;
  /** Some payment of the platform, to find out whether it answers. */
  anyPayment(channel: Channel): Promise<PaymentId | null>;
  /**
   * Creates the refund of a key once, with the event that has it sent; the first reason stays. The database itself keeps the
   * refunds of a payment that have not failed within its amount.
   */
  requestRefund(
    request: RefundWish & {
      campusId: CampusId;
      refundId: RefundId;
      paymentId: PaymentId;
      reason: string;
      now: number;
      traceId: string;
    },
  ): Promise<Result<"requested" | "known" | "nothingLeft", RefundRefusal>>;
  /** Notes that the refund is being sent, if it may be now (see waitsUntil); else plans when to look again. */
  takeTurn(turn: {
    campusId: CampusId;
    refundId: RefundId;
    spacingMs: Readonly<Record<Channel, number>>;
    now: number;
  }): Promise<{ kind: "go"; payment: Payment; refund: Refund } | { kind: "waits" | "over" }>;
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
   * the cause before money is asked for again. `settled`: it goes back already, or went back; `tooLarge`: other refunds
   * have left less of the payment meanwhile.
   */
  renewRefund(renewal: {
    campusId: CampusId;
    refundId: RefundId;
    newRefundId: RefundId;
    now: number;
    traceId: string;
  }): Promise<"noted" | "renewed" | "settled" | "tooLarge">;
  dueRefunds(channel: Channel, now: number, limit: number): Promise<(Refund & { asked: number })[]>;
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
    kind:
      | "amountMismatch"
      | "refundFailed"
      | "refundRefused"
      | "notificationForged"
      | "paymentUnknown"
      | "paymentPaused",
    fields: Record<string, unknown>,
  ): void;
};
