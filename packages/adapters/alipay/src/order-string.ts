import { type PaymentId, yuanText } from "@sanqi/kernel";
import { shorten } from "@sanqi/outbound";
import type { PrepareRequest } from "@sanqi/payments/use-cases";
import { gatewayTime } from "./china-time.ts";
import type { AlipayConfig } from "./config.ts";
import { signedParameters } from "./gateway-api.ts";

export type TradeTerms = {
  readonly out_trade_no: PaymentId;
  readonly total_amount: string;
  readonly subject: string;
  readonly time_expire: string;
  /** Holds the money back for a split. */
  readonly extend_params?: { readonly royalty_freeze: "true" };
};

/** What both kinds of trade say. It depends on the request alone: repeated with other terms, a trade is refused. */
export const tradeTerms = (request: PrepareRequest): TradeTerms => ({
  out_trade_no: request.paymentId,
  total_amount: yuanText(request.amount),
  // The platform takes no "/", "=" and "&" in a subject.
  subject: shorten(request.description.replace(/[/=&\p{Cc}]+/gu, " ").trim() || "订单", 256),
  time_expire: gatewayTime(request.expiresAt),
  ...(request.sharing ? { extend_params: { royalty_freeze: "true" } } : {}),
});

/**
 * An app order string (`alipay.trade.app.pay`), signed without any call: DingTalk's `dd.pay` opens Alipay's cashier with it.
 * The platform knows nothing of the trade until then.
 */
export function appOrderString(config: AlipayConfig, now: number, request: PrepareRequest): string {
  const parameters = signedParameters(config, now, {
    method: "alipay.trade.app.pay",
    content: { ...tradeTerms(request), product_code: "QUICK_MSECURITY_PAY" },
    notifyUrl: request.notifyUrl,
  });
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}
