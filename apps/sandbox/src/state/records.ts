import type { Host } from "@sanqi/kernel";

/** How the platform will notify of a payment; set by the admin buttons before or after the person paid. */
export type NotifyPlan =
  | { readonly mode: "normal" | "twice" | "never" }
  | { readonly mode: "late"; readonly afterMs: number };

export type NotifyRecord = {
  plan: NotifyPlan;
  readonly id: string;
  attempts: number;
  acknowledgedAt: number | null;
  lastAnswer: string | null;
};

export type WechatPayment = {
  readonly outTradeNo: string;
  readonly appId: string;
  readonly description: string;
  readonly amountFen: number;
  readonly openid: string;
  readonly person: string;
  readonly notifyUrl: string;
  readonly attach: string | null;
  /** Epoch ms; unpaid at this time means closed. */
  readonly expiresAt: number;
  /** Prepared so that its money is held back for sharing. */
  readonly profitSharing?: boolean;
  /** Canonical text of the prepay's parameters: the same number with others is refused. */
  readonly fingerprint: string;
  readonly createdAt: number;
  prepays: { readonly id: string; readonly expiresAt: number }[];
  state: "NOTPAY" | "SUCCESS" | "REFUND" | "CLOSED";
  transactionId: string | null;
  paidAt: number | null;
  failedAttempts: number;
  refundNos: string[];
  lastRefundAt: number | null;
  readonly notify: NotifyRecord;
};

export type WechatRefund = {
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly amountFen: number;
  readonly totalFen: number;
  readonly reason: string | null;
  readonly notifyUrl: string | null;
  readonly fingerprint: string;
  readonly createdAt: number;
  state: "PROCESSING" | "SUCCESS" | "CLOSED" | "ABNORMAL";
  successAt: number | null;
  readonly notify: NotifyRecord;
};

export type AlipayRefund = {
  readonly requestNo: string;
  readonly amountFen: number;
  readonly reason: string | null;
  readonly at: number;
  readonly notifyId: string;
};

export type AlipayTrade = {
  readonly outTradeNo: string;
  readonly tradeNo: string;
  readonly appId: string;
  readonly amountFen: number;
  readonly subject: string;
  readonly body: string | null;
  readonly passbackParams: string | null;
  readonly person: string;
  readonly productCode: string;
  readonly notifyUrl: string | null;
  readonly expiresAt: number;
  /** Created so that its money is held back for a split. */
  readonly royaltyFreeze?: boolean;
  readonly fingerprint: string;
  readonly createdAt: number;
  state: "WAIT_BUYER_PAY" | "TRADE_SUCCESS" | "TRADE_FINISHED" | "TRADE_CLOSED";
  paidAt: number | null;
  closedAt: number | null;
  failedAttempts: number;
  refunds: AlipayRefund[];
  readonly notify: NotifyRecord;
};

/** One message as the phone shows it. */
export type InboxMessage = {
  readonly id: string;
  readonly at: number;
  readonly host: Host;
  readonly person: string;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly page: string | null;
  readonly templateId: string | null;
};

export type Department = { readonly deptId: number; readonly name: string; readonly parentId: number };

export type DirectoryUser = {
  readonly person: string;
  readonly userid: string;
  readonly name: string;
  readonly deptIds: readonly number[];
  readonly title: string | null;
  readonly mobile: string | null;
};

/** One work notification's outcome, kept 24 hours. */
export type WorkTask = {
  readonly taskId: number;
  readonly at: number;
  readonly invalidUsers: readonly string[];
  readonly invalidDepts: readonly number[];
  readonly forbidden: readonly { readonly code: string; readonly userid: string }[];
  readonly delivered: readonly string[];
};

/** What a person was sent through DingTalk on one day, for the daily limits. */
export type WorkDay = { day: string; count: number; contents: string[] };

export type Delivery = { readonly key: string; attempts: number; nextAt: number };
