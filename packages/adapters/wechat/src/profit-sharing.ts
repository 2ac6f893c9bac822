import { constants, publicEncrypt } from "node:crypto";
import { err, fen, ok, type Result } from "@sanqi/kernel";
import { integerAt, type Json, objectsAt, shorten, textAt } from "@sanqi/outbound";
import { returnNo, shareNo, type ToldPart, unfreezeNo } from "@sanqi/payments";
import type { GatewayError, SharingGateway } from "@sanqi/payments/use-cases";
import type { WechatConfig, WechatPayConfig } from "./config.ts";
import type { WechatDeps } from "./mini-program-api.ts";
import { createPayApi } from "./pay-api.ts";

const base = "/v3/profitsharing";
/** What a shop is to the merchant whose account takes the payments. */
const relation = "STORE";
const unknownShare = ["RESOURCE_NOT_EXISTS", "ORDER_NOT_EXIST", "NOT_FOUND"];

const results: Readonly<Record<string, ToldPart["result"]>> = {
  PENDING: "pending",
  SUCCESS: "success",
  CLOSED: "closed",
};

/**
 * WeChat Pay profit sharing between merchants. State FINISHED only says that the platform is through: whether a receiver got
 * its money stands in that receiver's result. Codes of refusals are the platform's.
 */
export function createWechatSharing(config: WechatConfig, deps: WechatDeps): SharingGateway {
  const { pay } = config;
  const api = createPayApi(pay, deps, config.timeoutMs);

  return {
    async addReceiver({ account, name }) {
      const answer = await api.call("POST", `${base}/receivers/add`, {
        appid: config.appId,
        type: "MERCHANT_ID",
        account,
        name: sealed(name, pay),
        relation_type: relation,
      });
      return answer.ok ? ok("known") : answer;
    },

    async share({ paymentId, transactionId, parts, reason }) {
      const answer = await api.call("POST", `${base}/orders`, {
        appid: config.appId,
        transaction_id: transactionId,
        out_order_no: shareNo(paymentId),
        receivers: parts.map(({ account, amount }) => ({
          type: "MERCHANT_ID",
          account,
          amount,
          description: shorten(reason, 80),
        })),
        // The rest is given free under a number of its own, once every receiver has a result.
        unfreeze_unsplit: false,
      });
      return answer.ok ? readParts(answer.value, shareNo(paymentId)) : answer;
    },

    async query({ paymentId, transactionId }) {
      const no = shareNo(paymentId);
      const answer = await api.call(
        "GET",
        `${base}/orders/${no}?transaction_id=${encodeURIComponent(transactionId)}`,
      );
      if (answer.ok) return readParts(answer.value, no);
      return isUnknownShare(answer.error) ? ok(null) : answer;
    },

    async unfreeze({ paymentId, transactionId, reason }) {
      const answer = await api.call("POST", `${base}/orders/unfreeze`, {
        transaction_id: transactionId,
        out_order_no: unfreezeNo(paymentId),
        description: shorten(reason, 80),
      });
      return answer.ok ? ok("free") : answer;
    },

    async returnShare({ paymentId, refundId, party, from, amount, reason }) {
      const no = returnNo(refundId, party);
      const asked = await api.call("POST", `${base}/return-orders`, {
        out_order_no: shareNo(paymentId),
        out_return_no: no,
        return_mchid: from.account,
        amount,
        description: shorten(reason, 80),
      });
      if (asked.ok || asked.error.kind === "gatewayUnknown")
        return asked.ok ? readReturn(asked.value, no) : asked;
      // Refused now; but an earlier call, whose answer was lost, may have been carried out.
      const path = `${base}/return-orders/${no}?out_order_no=${shareNo(paymentId)}`;
      const known = await api.call("GET", path);
      if (known.ok) return readReturn(known.value, no);
      return isUnknownShare(known.error) ? asked : unknown("return refused, state not readable");
    },
  };
}

function readReturn(json: Json, no: string): Result<"returned" | "processing", GatewayError> {
  const result = textAt(json, "out_return_no") === no ? textAt(json, "result") : undefined;
  if (result === "SUCCESS") return ok("returned");
  if (result === "PROCESSING") return ok("processing");
  if (result !== "FAILED") return unknown("answer does not describe this return");
  const code = textAt(json, "fail_reason") ?? "FAILED";
  return err({ kind: "gatewayRefused", code, detail: "share not returned" });
}

function readParts(json: Json, no: string): Result<ToldPart[], GatewayError> {
  if (textAt(json, "out_order_no") !== no) return unknown("answer does not describe this share");
  const parts = objectsAt(json, "receivers").map(readPart);
  return parts.every((part) => part !== undefined) ? ok(parts) : unknown("a receiver is not readable");
}

function readPart(json: Json): ToldPart | undefined {
  const account = textAt(json, "account");
  const amount = integerAt(json, "amount");
  const result = results[textAt(json, "result") ?? ""];
  if (!account || amount === undefined || amount < 0 || !result) return undefined;
  const failure = result === "closed" ? (textAt(json, "fail_reason") ?? "CLOSED") : null;
  return { account, amountFen: fen(amount), result, failure };
}

/** Names travel encrypted with the platform's key (RSAES-OAEP with SHA-1), the one that `Wechatpay-Serial` names. */
function sealed(text: string, pay: WechatPayConfig): string {
  const key = pay.platformKeys.get(pay.platformSerial);
  if (!key) throw new Error("no platform key for its own serial");
  const options = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha1" };
  return publicEncrypt(options, Buffer.from(text, "utf8")).toString("base64");
}

const isUnknownShare = (error: GatewayError): boolean =>
  error.kind === "gatewayRefused" && unknownShare.includes(error.code);
const unknown = (detail: string): Result<never, GatewayError> => err({ kind: "gatewayUnknown", detail });
