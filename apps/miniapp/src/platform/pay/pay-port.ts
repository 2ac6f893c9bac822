import type { ClientConfig } from "../client-config";

/** What the server prepared for this host's cashier. */
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

/** `unknown`: the money may have moved. None of the four is proof: the server asks the platform after each. */
export type PayOutcome = "paid" | "cancelled" | "failed" | "unknown";

export type PayRequest = {
  params: PayParams;
  /** Integer fen and words, for the cashier that H5 draws itself; real hosts know them from the prepared payment. */
  amountFen: number;
  title: string;
  config: ClientConfig;
};

/** Opens the host's cashier and says how it closed. */
export type Pay = (request: PayRequest) => Promise<PayOutcome>;
