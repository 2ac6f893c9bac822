import { err, hour, minute, ok, type PaymentId, type Result, second } from "@sanqi/kernel";
import { shorten, textAt } from "@sanqi/outbound";
import type { GatewayError, GatewayPayment, PaymentGateway } from "@sanqi/payments/use-cases";
import { chinaRfc3339 } from "./china-time.ts";
import type { WechatConfig } from "./config.ts";
import type { WechatDeps } from "./mini-program-api.ts";
import { readPayNotification } from "./notification.ts";
import { createPayApi } from "./pay-api.ts";
import { requestPaymentParams } from "./sign.ts";
import { readRefund, readTransaction } from "./transactions.ts";

/** A prepay id may be used for two hours. */
const prepayLife = 2 * hour;
const notExisting = ["ORDER_NOT_EXIST", "ORDERNOTEXIST"];

/** WeChat Pay APIv3, JSAPI payments of the mini-program. Codes of refusals are the platform's, except where said. */
export function createWechatPayGateway(config: WechatConfig, deps: WechatDeps): PaymentGateway {
  const { pay } = config;
  const api = createPayApi(pay, deps, config.timeoutMs);
  const orderPath = (id: PaymentId, tail = "") => `/v3/pay/transactions/out-trade-no/${id}${tail}`;

  async function query(paymentId: PaymentId): Promise<Result<GatewayPayment | null, GatewayError>> {
    const answer = await api.call("GET", `${orderPath(paymentId)}?mchid=${encodeURIComponent(pay.mchId)}`);
    if (!answer.ok) return isRefusal(answer.error, notExisting) ? ok(null) : answer;
    const payment = readTransaction(answer.value);
    if (payment?.paymentId !== paymentId || textAt(answer.value, "mchid") !== pay.mchId) {
      return unknown("answer does not describe this payment");
    }
    return ok(payment);
  }

  return {
    channel: "wechatPay",
    query,

    /** Own codes: HOST_NOT_SUPPORTED, PAYER_REQUIRED, EXPIRES_TOO_SOON (the platform wants a minute at least). */
    async prepare(request) {
      if (request.host !== "weapp") return refused("HOST_NOT_SUPPORTED", request.host);
      if (request.payer?.subjectKind !== "openid") return refused("PAYER_REQUIRED", "no openid");
      const now = deps.clock.now();
      if (request.expiresAt < now + minute) return refused("EXPIRES_TOO_SOON", "less than a minute left");
      const answer = await api.call("POST", "/v3/pay/transactions/jsapi", {
        appid: config.appId,
        mchid: pay.mchId,
        description: shorten(request.description, 127),
        out_trade_no: request.paymentId,
        time_expire: chinaRfc3339(request.expiresAt),
        notify_url: request.notifyUrl,
        amount: { total: request.amount, currency: "CNY" },
        payer: { openid: request.payer.subject },
        ...(request.sharing ? { settle_info: { profit_sharing: true } } : {}),
      });
      if (!answer.ok) return answer;
      const prepayId = textAt(answer.value, "prepay_id");
      if (!prepayId) return unknown("answer without prepay_id");
      const timestamp = String(Math.floor(now / 1000));
      const signed = { appId: config.appId, prepayId, timestamp, nonce: deps.nonce() };
      return ok({
        params: { kind: "wechat", ...requestPaymentParams(signed, pay.mchPrivateKey) },
        expiresAt: Math.min(request.expiresAt, now + prepayLife),
      });
    },

    /** A payment that the platform does not know counts as closed: nobody holds a prepay id for it. */
    async close(paymentId) {
      const answer = await api.call("POST", orderPath(paymentId, "/close"), { mchid: pay.mchId });
      if (answer.ok || isRefusal(answer.error, [...notExisting, "ORDER_CLOSED"])) return ok("closed");
      if (answer.error.kind === "gatewayUnknown" || answer.error.code === "ORDER_PAID") return answer;
      // Other codes hide a paid order behind INVALID_REQUEST: its state decides.
      const now = await query(paymentId);
      if (!now.ok) return unknown(`close refused (${answer.error.code}), state not readable`);
      if (now.value === null || now.value.state === "closed") return ok("closed");
      return now.value.state === "unpaid" ? answer : refused("ORDER_PAID", answer.error.code);
    },

    // A minute from one refund of an order to the next, at most fifty of them.
    refundSpacingMs: minute + 5 * second,

    async refund(request) {
      const answer = await api.call("POST", "/v3/refund/domestic/refunds", {
        out_trade_no: request.paymentId,
        out_refund_no: request.refundId,
        reason: shorten(request.reason, 80),
        notify_url: request.notifyUrl,
        amount: { refund: request.amount, total: request.total, currency: "CNY" },
      });
      if (!answer.ok) return answer;
      const read = readRefund(answer.value, "status");
      if (read?.refund.refundId !== request.refundId) return unknown("answer does not describe this refund");
      return ok(read.refund);
    },

    async queryRefund({ refundId, paymentId }) {
      const answer = await api.call("GET", `/v3/refund/domestic/refunds/${refundId}`);
      if (!answer.ok) return isRefusal(answer.error, ["RESOURCE_NOT_EXISTS"]) ? ok(null) : answer;
      const read = readRefund(answer.value, "status");
      if (read?.refund.refundId !== refundId || read.paymentId !== paymentId) {
        return unknown("answer does not describe this refund");
      }
      return ok(read.refund);
    },

    readNotification: (raw) => readPayNotification(config, deps.clock, raw),

    answer: (accepted) =>
      accepted
        ? { status: 200, contentType: "application/json", body: '{"code":"SUCCESS"}' }
        : { status: 500, contentType: "application/json", body: '{"code":"FAIL","message":"not accepted"}' },
  };
}

const isRefusal = (error: GatewayError, codes: readonly string[]): boolean =>
  error.kind === "gatewayRefused" && codes.includes(error.code);
const refused = (code: string, detail: string): Result<never, GatewayError> =>
  err({ kind: "gatewayRefused", code, detail });
const unknown = (detail: string): Result<never, GatewayError> => err({ kind: "gatewayUnknown", detail });
