import { err, ok, parseYuan, type Result, yuanText } from "@sanqi/kernel";
import { type Json, objectsAt, shorten, textAt } from "@sanqi/outbound";
import { shareNo, type ToldPart, unfreezeNo } from "@sanqi/payments";
import type { GatewayError, RefundRequest, ShareRequest, SharingGateway } from "@sanqi/payments/use-cases";
import type { AlipayConfig } from "./config.ts";
import { type AlipayDeps, createGatewayApi, type GatewayFailure } from "./gateway-api.ts";

const results: Readonly<Record<string, ToldPart["result"]>> = {
  SUCCESS: "success",
  PROCESSING: "pending",
  FAIL: "closed",
};

/** Not every app may ask about splits. Repeating one under its number tells as much: it moves no money twice. */
const mayNotAsk = ["insufficient-isv-permissions", "invalid-method", "ACCESS_FORBIDDEN"];
const unknownSplit = ["TRADE_NOT_EXIST", "NOT_EXIST", "SETTLE_NOT_FOUND", "INVALID_PARAMETER"];

/**
 * Splitting of Alipay trades (`alipay.trade.order.settle`). Receivers give back within the refund itself. Codes of refusals
 * are the platform's sub_codes, except RELATION_REFUSED.
 */
export function createAlipaySharing(config: AlipayConfig, deps: AlipayDeps): SharingGateway {
  const call = createGatewayApi(config, deps);

  /** `ok(null)`: it tells no details of such a split. */
  async function ask(request: ShareRequest): Promise<Result<ToldPart[] | "mayNotAsk" | null, GatewayError>> {
    const no = shareNo(request.paymentId);
    const answer = await call({
      method: "alipay.trade.order.settle.query",
      content: { trade_no: request.transactionId, out_request_no: no },
    });
    if (!answer.ok) {
      if (speaksOf(answer.error, mayNotAsk)) return ok("mayNotAsk");
      return speaksOf(answer.error, unknownSplit) ? ok(null) : err(gatewayError(answer.error));
    }
    const named = textAt(answer.value, "out_request_no");
    if (named && named !== no) return unknown("answer does not describe this split");
    return readDetails(answer.value, request);
  }

  return {
    returnShare: null,

    async addReceiver({ kind, account, name }) {
      const answer = await call({
        method: "alipay.trade.royalty.relation.bind",
        content: {
          // The same account under another request number is the same relation.
          out_request_no: `bind_${deps.clock.now()}`,
          receiver_list: [{ type: kind, account, name, memo: "校园订餐" }],
        },
      });
      if (!answer.ok) return err(gatewayError(answer.error));
      const said = textAt(answer.value, "result_code");
      if (said === "SUCCESS") return ok("known");
      return err({ kind: "gatewayRefused", code: "RELATION_REFUSED", detail: said ?? "" });
    },

    async share(request) {
      const { paymentId, transactionId, reason } = request;
      const answer = await call({
        method: "alipay.trade.order.settle",
        content: {
          trade_no: transactionId,
          out_request_no: shareNo(paymentId),
          royalty_parameters: request.parts.map(({ kind, account, amount }) => ({
            royalty_type: "transfer",
            trans_in_type: kind,
            trans_in: account,
            amount: yuanText(amount),
            desc: shorten(reason, 60),
          })),
          royalty_mode: "sync",
        },
      });
      if (!answer.ok) return err(gatewayError(answer.error));
      const asked = await ask(request);
      const told = asked.ok ? asked.value : null;
      // Carried out in step with the call; where we may not ask, its answer is all there will ever be.
      return ok(told === "mayNotAsk" ? allParts(request, "success") : (told ?? allParts(request, "pending")));
    },

    async query(request) {
      const asked = await ask(request);
      if (!asked.ok) return asked;
      return ok(asked.value === "mayNotAsk" ? null : asked.value);
    },

    async unfreeze({ paymentId, transactionId }) {
      const answer = await call({
        method: "alipay.trade.order.settle",
        content: {
          trade_no: transactionId,
          out_request_no: unfreezeNo(paymentId),
          extend_params: { royalty_finish: "true" },
        },
      });
      return answer.ok ? ok("free") : err(gatewayError(answer.error));
    },
  };
}

/** What of a refund comes from receivers of shares, as `alipay.trade.refund` takes it. */
export const refundRoyalties = ({ sharesBack }: Pick<RefundRequest, "sharesBack">) =>
  sharesBack?.length
    ? {
        refund_royalty_parameters: sharesBack.map(({ kind, account, amount }) => ({
          royalty_type: "transfer",
          trans_out_type: kind,
          trans_out: account,
          amount: yuanText(amount),
          desc: "退分账",
        })),
      }
    : {};

const allParts = ({ parts }: ShareRequest, result: ToldPart["result"]): ToldPart[] =>
  parts.map(({ account, amount }) => ({ account, amountFen: amount, result, failure: null }));

function readDetails(json: Json, request: ShareRequest): Result<ToldPart[] | null, GatewayError> {
  // What refunds took back is listed beside what was split.
  const details = objectsAt(json, "royalty_detail_list").filter(
    (one) => (textAt(one, "operation_type") ?? "transfer") === "transfer",
  );
  if (details.length === 0) return ok(null);
  const parts = details.map((detail) => readDetail(detail, request));
  return parts.every((part) => part !== undefined) ? ok(parts) : unknown("a receiver is not readable");
}

function readDetail(json: Json, { parts }: ShareRequest): ToldPart | undefined {
  const amountFen = parseYuan(textAt(json, "amount") ?? "");
  const result = results[textAt(json, "state") ?? ""];
  const named = [textAt(json, "trans_in"), textAt(json, "trans_in_open_id")];
  // Whoever was named by a log-in name may be told by another of their ids: then the amount tells who is meant.
  const ofAmount = parts.filter(({ amount }) => amount === amountFen);
  const part =
    parts.find(({ account }) => named.includes(account)) ?? (ofAmount.length === 1 ? ofAmount[0] : undefined);
  if (!part || amountFen === undefined || !result) return undefined;
  const failure = result === "closed" ? (textAt(json, "error_code") ?? "FAIL") : null;
  return { account: part.account, amountFen, result, failure };
}

const speaksOf = (failure: GatewayFailure, codes: readonly string[]): boolean =>
  failure.kind === "refused" && codes.some((code) => failure.subCode.includes(code));
const gatewayError = (failure: GatewayFailure): GatewayError =>
  failure.kind === "refused"
    ? { kind: "gatewayRefused", code: failure.subCode, detail: failure.detail }
    : { kind: "gatewayUnknown", detail: failure.detail };
const unknown = (detail: string): Result<never, GatewayError> => err({ kind: "gatewayUnknown", detail });
