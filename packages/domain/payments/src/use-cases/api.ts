import type { AccountId, CampusId, Host, OrderId, PaymentId, Result } from "@sanqi/kernel";
import type { Payment, PaymentError, PaymentState, Refund } from "../domain/index.ts";
import type { Channel, PayParams, RawNotification } from "./ports.ts";

type Outcome<T> = Promise<Result<T, PaymentError>>;

export type PaymentUseCases = {
  /** Opens (or re-opens) the payment of an order at the host's platform; the same key answers the same. */
  prepare(request: {
    campusId: CampusId;
    accountId: AccountId;
    orderId: OrderId;
    host: Host;
    key: string;
    traceId: string;
    payer: { subjectKind: string; subject: string } | null;
  }): Outcome<{ paymentId: PaymentId; params: PayParams; amountFen: number; expiresAt: number }>;
  /** The client says that the cashier closed: the platform is asked, its answer counts. */
  confirm(request: {
    campusId: CampusId;
    accountId: AccountId;
    paymentId: PaymentId;
    traceId: string;
  }): Outcome<{ state: PaymentState }>;
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
  /** Everything known about the money of one order, for the console. */
  ofOrder(campusId: CampusId, orderId: OrderId): Promise<{ payments: Payment[]; refunds: Refund[] }>;
};
