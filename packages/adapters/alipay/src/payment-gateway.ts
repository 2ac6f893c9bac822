import { err, ok, type PaymentId, parseYuan, type Result, second, yuanText } from "@sanqi/kernel";
import { shorten, textAt } from "@sanqi/outbound";
import type {
  GatewayError,
  GatewayPayment,
  GatewayRefund,
  PaymentGateway,
  PrepareRequest,
} from "@sanqi/payments/use-cases";
import type { AlipayConfig } from "./config.ts";
import { type AlipayDeps, createGatewayApi, type GatewayFailure } from "./gateway-api.ts";
import { readTradeNotification } from "./notification.ts";
import { appOrderString, tradeTerms } from "./order-string.ts";
import { refundRoyalties } from "./royalty.ts";
import { readTrade } from "./trades.ts";

const buyerField: Readonly<Record<string, string>> = { open_id: "buyer_open_id", user_id: "buyer_id" };
const notExisting = ["TRADE_NOT_EXIST"];
const alreadyPaid = ["TRADE_HAS_SUCCESS", "TRADE_HAS_FINISHED"];
/** Repeating a creation is not answered alike everywhere, even with the same terms. */
const repeated = ["CONTEXT_INCONSISTENT"];
const wrongState = ["TRADE_STATUS_ERROR", "REASON_TRADE_STATUS_INVALID", "TRADE_HAS_CLOSE", ...alreadyPaid];

/**
 * Alipay trades: created for the Alipay mini-program, signed as an app order string for DingTalk; query, close and refund are
 * the same for both. Codes of refusals are the platform's sub_codes, except where said.
 */
export function createAlipayGateway(config: AlipayConfig, deps: AlipayDeps): PaymentGateway {
  const call = createGatewayApi(config, deps);

  /** Before the cashier was opened, a DingTalk payment does not exist yet: `ok(null)`. */
  async function query(paymentId: PaymentId): Promise<Result<GatewayPayment | null, GatewayError>> {
    const answer = await call({ method: "alipay.trade.query", content: { out_trade_no: paymentId } });
    if (!answer.ok) return speaksOf(answer.error, notExisting) ? ok(null) : err(gatewayError(answer.error));
    const payment = readTrade(answer.value);
    return payment?.paymentId === paymentId ? ok(payment) : unknown("answer does not describe this payment");
  }

  /**
   * `ok(null)` where the platform says neither yes nor no (code 10000 without refund_status): refunding again with the same
   * number and amount is safe and settles it.
   */
  async function queryRefund(
    refund: Parameters<PaymentGateway["queryRefund"]>[0],
  ): Promise<Result<GatewayRefund | null, GatewayError>> {
    const { paymentId, refundId } = refund;
    const answer = await call({
      method: "alipay.trade.fastpay.refund.query",
      content: { out_trade_no: paymentId, out_request_no: refundId },
    });
    if (!answer.ok) return speaksOf(answer.error, notExisting) ? ok(null) : err(gatewayError(answer.error));
    const named = textAt(answer.value, "out_request_no");
    const amount = parseYuan(textAt(answer.value, "refund_amount") ?? "");
    if ((named && named !== refundId) || amount === undefined) return ok(null);
    const done = textAt(answer.value, "refund_status") === "REFUND_SUCCESS";
    return ok({ refundId, state: done ? "succeeded" : "processing", amount });
  }

  /** The trade that was created before under this number, where it still waits for this very amount. */
  async function existing(
    request: PrepareRequest,
    failure: GatewayFailure,
  ): ReturnType<PaymentGateway["prepare"]> {
    const known = await query(request.paymentId);
    if (!known.ok) return unknown("trade exists, state not readable");
    if (known.value?.state === "paid" || known.value?.state === "refunded") return err(paidIf(true, failure));
    const same = known.value?.state === "unpaid" && known.value.amount === request.amount;
    const tradeNo = same ? known.value.transactionId : null;
    return tradeNo
      ? ok({ params: { kind: "alipay", tradeNo }, expiresAt: request.expiresAt })
      : err(gatewayError(failure));
  }

  return {
    channel: "alipay",
    query,
    queryRefund,

    /** Own codes: HOST_NOT_SUPPORTED, PAYER_REQUIRED, EXPIRES_TOO_SOON, ORDER_PAID. */
    async prepare(request) {
      const now = deps.clock.now();
      const { expiresAt } = request;
      if (expiresAt <= now) return refused("EXPIRES_TOO_SOON", "already over");
      if (request.host === "dd") {
        return ok({
          params: { kind: "alipayApp", orderString: appOrderString(config, now, request) },
          expiresAt,
        });
      }
      if (request.host !== "alipay") return refused("HOST_NOT_SUPPORTED", request.host);
      const buyer = buyerField[request.payer?.subjectKind ?? ""];
      if (!request.payer || !buyer) return refused("PAYER_REQUIRED", "neither open_id nor user_id");
      const answer = await call({
        method: "alipay.trade.create",
        content: {
          ...tradeTerms(request),
          product_code: "JSAPI_PAY",
          op_app_id: config.appId,
          [buyer]: request.payer.subject,
        },
        notifyUrl: request.notifyUrl,
      });
      if (!answer.ok)
        return speaksOf(answer.error, repeated)
          ? existing(request, answer.error)
          : refusedToCreate(answer.error);
      const tradeNo = textAt(answer.value, "trade_no");
      return tradeNo
        ? ok({ params: { kind: "alipay", tradeNo }, expiresAt })
        : unknown("answer without trade_no");
    },

    /**
     * A trade that does not exist counts as closed. An app order string that is already on a phone can still open one until
     * it expires: such a payment arrives late and is refunded.
     */
    async close(paymentId) {
      const answer = await call({ method: "alipay.trade.close", content: { out_trade_no: paymentId } });
      if (answer.ok || speaksOf(answer.error, notExisting)) return ok("closed");
      if (!speaksOf(answer.error, wrongState)) return err(gatewayError(answer.error));
      // It may have been closed before, or paid in the same moment.
      const now = await query(paymentId);
      if (!now.ok) return unknown("close refused, state not readable");
      if (now.value === null || now.value.state === "closed") return ok("closed");
      return err(paidIf(now.value.state !== "unpaid", answer.error));
    },

    // Three seconds from one refund of a trade to the next.
    refundSpacingMs: 8 * second,

    /** Code 10000 is not yet a refund: money moved in this call (fund_change Y), or a query says that it has. */
    async refund(request) {
      const { refundId, paymentId, amount } = request;
      const answer = await call({
        method: "alipay.trade.refund",
        content: {
          out_trade_no: paymentId,
          out_request_no: refundId,
          refund_amount: yuanText(amount),
          refund_reason: shorten(request.reason, 256),
          ...refundRoyalties(request),
        },
      });
      if (!answer.ok) return err(gatewayError(answer.error));
      if (textAt(answer.value, "fund_change") === "Y") return ok({ refundId, state: "succeeded", amount });
      const asked = await queryRefund({ refundId, paymentId });
      return ok(asked.ok && asked.value ? asked.value : { refundId, state: "processing", amount });
    },

    readNotification: (raw) => readTradeNotification(config, deps.clock, raw),

    /** Exactly the seven bytes `success`; anything else is repeated for a day. */
    answer: (accepted) =>
      accepted
        ? { status: 200, contentType: "text/plain", body: "success" }
        : { status: 500, contentType: "text/plain", body: "fail" },
  };
}

/** Documents write some codes with and some without their prefix: compared by "contains". */
const speaksOf = (failure: GatewayFailure, codes: readonly string[]): boolean =>
  failure.kind === "refused" && codes.some((code) => failure.subCode.includes(code));

const gatewayError = (failure: GatewayFailure): GatewayError =>
  failure.kind === "refused"
    ? { kind: "gatewayRefused", code: failure.subCode, detail: failure.detail }
    : { kind: "gatewayUnknown", detail: failure.detail };

const paidIf = (paid: boolean, failure: GatewayFailure): GatewayError =>
  paid ? { kind: "gatewayRefused", code: "ORDER_PAID", detail: "paid meanwhile" } : gatewayError(failure);

const refusedToCreate = (failure: GatewayFailure): Result<never, GatewayError> =>
  err(paidIf(speaksOf(failure, alreadyPaid), failure));
const refused = (code: string, detail: string): Result<never, GatewayError> =>
  err({ kind: "gatewayRefused", code, detail });
const unknown = (detail: string): Result<never, GatewayError> => err({ kind: "gatewayUnknown", detail });
