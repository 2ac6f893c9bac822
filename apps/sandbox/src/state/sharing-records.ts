/** One part of a WeChat share, and what of it was given back. */
export type SharedPart = {
  readonly account: string;
  readonly amountFen: number;
  readonly description: string;
  readonly detailId: string;
  result: "PENDING" | "SUCCESS" | "CLOSED";
  failReason: string | null;
  returnedFen: number;
};

/** A share order, or, with `unfreezes`, the one that gives the rest free. */
export type WechatShare = {
  readonly outOrderNo: string;
  readonly orderId: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly unfreezes: boolean;
  readonly fingerprint: string;
  readonly createdAt: number;
  state: "PROCESSING" | "FINISHED";
  readonly parts: SharedPart[];
};

export type WechatShareReturn = {
  readonly outReturnNo: string;
  readonly returnId: string;
  readonly outOrderNo: string;
  readonly account: string;
  readonly amountFen: number;
  readonly fingerprint: string;
  readonly createdAt: number;
  result: "PROCESSING" | "SUCCESS" | "FAILED";
};

export type WechatShipping = {
  readonly outTradeNo: string;
  readonly logisticsType: number;
  readonly goods: string;
  /** As the merchant wrote it. */
  readonly uploadTime: string;
  readonly at: number;
  /** The one correction that is allowed has been used. */
  readonly corrected: boolean;
};

export type AlipaySplit = {
  readonly requestNo: string;
  readonly settleNo: string;
  readonly outTradeNo: string;
  readonly fingerprint: string;
  readonly at: number;
  readonly finishes: boolean;
  readonly parts: {
    readonly account: string;
    readonly type: string;
    readonly amountFen: number;
    readonly detailId: string;
    readonly state: "SUCCESS" | "FAIL";
    readonly errorCode: string | null;
    returnedFen: number;
  }[];
};

/** Under which a receiver is known at one platform. */
export const receiverKey = (channel: "wechatPay" | "alipay", account: string): string =>
  `${channel}\n${account}`;
