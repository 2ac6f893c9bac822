import type { Fen, Host, PaymentId, RefundId, Result } from "@sanqi/kernel";
import type { ShareAccount } from "../domain/sharing.ts";

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
  /** The money will be shared: the platform holds it back until it is. The same for every repetition of a payment. */
  readonly sharing?: boolean;
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

/** What one receiver of a share gives back. */
export type ShareBack = ShareAccount & { readonly amount: Fen };

export type RefundRequest = {
  /** The same id always means the same refund; repeat it freely. */
  readonly refundId: RefundId;
  readonly paymentId: PaymentId;
  readonly amount: Fen;
  readonly total: Fen;
  readonly reason: string;
  readonly notifyUrl: string;
  /** Shares of the payment that receivers give back within this refund, where the platform wants it so. */
  readonly sharesBack?: readonly ShareBack[];
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
  /** The pause that the platform wants between refunds of one payment, and some time for one that is under way. */
  readonly refundSpacingMs: number;
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

export type Gateways = Readonly<Record<Channel, PaymentGateway>>;
